package org.parley.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;

/** The history by what was done and to what. */
final class Deeds {

    /** Everything runs on one machine: right clocks differ by their precision only, and this is far more than that. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final String CENTER = "center-";

    private final Map<Deed, Map<String, List<Asked>>> deeds = new EnumMap<>(Deed.class);
    private final Set<Duration> clockErrors;

    /** @param clockShifts by how much the clock of a copy, and with it the times in its events, was wrong for a while */
    Deeds(List<Asked> history, Set<Duration> clockShifts) {
        clockErrors = new HashSet<>(clockShifts);
        clockErrors.add(Duration.ZERO);
        for (var asked : history) {
            deeds.computeIfAbsent(asked.deed(), _ -> new HashMap<>())
                    .computeIfAbsent(asked.subject(), _ -> new ArrayList<>())
                    .add(asked);
        }
    }

    /** Those that must have happened. */
    Stream<Asked> done(Deed deed) {
        return all(deed).filter(asked -> asked.told() == Told.DONE);
    }

    /** Those that happened or may have. */
    Stream<Asked> possible(Deed deed) {
        return all(deed).filter(Deeds::isPossible);
    }

    /** Those whose last answer was that it can't be done; an earlier attempt without an answer may have been. */
    Stream<Asked> refused(Deed deed) {
        return all(deed)
                .filter(asked -> asked.told() != Told.DONE
                        && asked.status() / 100 == 4
                        && !Set.of(401, 408, 429).contains(asked.status()));
    }

    Stream<Asked> possible(Deed deed, String subject) {
        return deeds.getOrDefault(deed, Map.of()).getOrDefault(subject, List.of()).stream()
                .filter(Deeds::isPossible);
    }

    /** The center that a client speaks for: clients of centers are named after them. */
    static String center(Asked asked) {
        return asked.client().startsWith(CENTER) ? asked.client().substring(CENTER.length()) : "";
    }

    /**
     * Whether the deed can be what an event says that happened at that moment, by a right clock or by a wrong one. An
     * attempt without an answer may be carried out later, when the client has long given up or has been answered on
     * another attempt.
     */
    boolean canHaveHappened(Asked asked, Instant at) {
        var answeredAtOnce = asked.told() == Told.DONE && asked.attempts() == 1;
        return times(at)
                .anyMatch(time -> isAfterBegin(asked, time)
                        && !(answeredAtOnce && time.isAfter(asked.ended().plus(TOLERANCE))));
    }

    boolean hadBegun(Asked asked, Instant at) {
        return times(at).anyMatch(time -> isAfterBegin(asked, time));
    }

    /** Whether what an event says that happened at that moment can have been there before the deed had its last answer. */
    boolean canBeKnown(Asked asked, Instant at) {
        return times(at).anyMatch(time -> !time.isAfter(asked.ended().plus(TOLERANCE)));
    }

    private Stream<Instant> times(Instant told) {
        return clockErrors.stream().map(told::minus);
    }

    private static boolean isAfterBegin(Asked asked, Instant at) {
        return !at.isBefore(asked.began().minus(TOLERANCE));
    }

    private static boolean isPossible(Asked asked) {
        return asked.told() != Told.REFUSED;
    }

    private Stream<Asked> all(Deed deed) {
        return deeds.getOrDefault(deed, Map.of()).values().stream().flatMap(List::stream);
    }
}
