package org.parley.connector;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.connector.delivery.Outcome;
import org.parley.connector.rows.Codes;
import org.parley.connector.rows.Row;

/** Counts what becomes of the rows. */
final class Tally {

    private final Map<String, String> boroughs = Codes.of("commands", "borough");
    private final Map<Row.Reason, Long> leftOut = new EnumMap<>(Row.Reason.class);
    private final Map<String, Long> byType = new TreeMap<>();
    private final Map<String, Long> byBorough = new TreeMap<>();
    private final Map<String, Long> byCommand = new TreeMap<>();
    private final Map<Class<? extends Outcome>, Long> outcomes = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();

    synchronized void eligible(Row.Eligible row) {
        var command = row.referral().command();
        count(byType, row.referral().type());
        count(byCommand, command);
        count(byBorough, boroughs.getOrDefault(command, "UNKNOWN"));
    }

    synchronized void leftOut(Row.LeftOut row) {
        count(leftOut, row.reason());
    }

    /** A reference is accepted once: when a file has a row twice, two lost answers could both look like the first. */
    synchronized void outcome(Row.Eligible row, Outcome outcome) {
        var again = outcome instanceof Outcome.Accepted && !accepted.add(row.key());
        count(outcomes, again ? Outcome.Duplicate.class : outcome.getClass());
    }

    /** @param asked whether the platform itself was asked what became of the referrals */
    synchronized Summary summary(boolean asked) {
        var unanswered = of(Outcome.Unanswered.class);
        var eligible = sum(byType);
        return new Summary(
                eligible + sum(leftOut),
                eligible,
                eligible - unanswered - of(Outcome.Planned.class),
                asked ? of(Outcome.Accepted.class) : null,
                asked ? of(Outcome.Duplicate.class) : null,
                asked ? of(Outcome.Refused.class) : null,
                unanswered,
                asked ? of(Outcome.Unconfirmed.class) : null,
                Stream.of(Row.Reason.values())
                        .collect(Collectors.toMap(
                                Row.Reason::word, reason -> leftOut.getOrDefault(reason, 0L), Long::sum, TreeMap::new)),
                byType,
                byBorough,
                byCommand);
    }

    private long of(Class<? extends Outcome> outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
