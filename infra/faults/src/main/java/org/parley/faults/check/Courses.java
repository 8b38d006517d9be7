package org.parley.faults.check;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Each referral goes from state to state as the domain allows, and what once was offered or held stays so. */
final class Courses implements Rule {

    private static final Set<String> OPEN =
            Set.of("SUBMITTED", "OFFERED", "ACCEPTED", "SCHEDULED", "UNPLACED", "ON_HOLD");

    /** What happened → the states it may happen in. */
    private static final Map<String, Set<String>> FROM = Map.of(
            "submitted", Set.of(),
            "screened-out", Set.of(),
            "offered", Set.of("SUBMITTED", "OFFERED", "UNPLACED", "ACCEPTED"),
            "accepted", Set.of("OFFERED"),
            "declined", Set.of("OFFERED"),
            "scheduled", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD"),
            "session-held", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD", "CLOSED"),
            "closed", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD"),
            "withdrawn", OPEN);

    /** What happened → the states it leads to; a session that was held changes none. */
    private static final Map<String, Set<String>> TO = Map.of(
            "submitted", Set.of("SUBMITTED", "UNPLACED"),
            "screened-out", Set.of("SCREENED_OUT"),
            "offered", Set.of("OFFERED"),
            "accepted", Set.of("ACCEPTED"),
            "declined", Set.of("OFFERED", "UNPLACED"),
            "scheduled", Set.of("SCHEDULED"),
            "closed", Set.of("CLOSED"),
            "withdrawn", Set.of("WITHDRAWN"));

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.courses().values().forEach(course -> {
            @Nullable Step before = null;
            for (var step : course) {
                if (!mayFollow(before, step)) {
                    broken.accept(step + " follows "
                            + (before == null ? "nothing" : before.past() + " (" + before.state() + ")")
                            + " and leads to " + step.state());
                }
                before = step;
            }
        });
    }

    private static boolean mayFollow(@Nullable Step before, Step step) {
        var from = FROM.getOrDefault(step.past(), Set.of());
        if (before == null) {
            return from.isEmpty() && TO.getOrDefault(step.past(), Set.of()).contains(step.state());
        }
        var to = TO.getOrDefault(step.past(), Set.of(before.state()));
        return from.contains(before.state())
                && to.contains(step.state())
                && decides(before, step)
                && keeps(before, step);
    }

    /** Only a center that is asked can answer, and only its offer changes. */
    private static boolean decides(Step before, Step step) {
        return switch (step.past()) {
            case "accepted" -> before.isAsking(step.center());
            case "offered" ->
                before.open().isEmpty()
                        && step.offers().size() == before.offers().size() + 1;
            case "declined" -> before.open().size() == 1 && step.open().isEmpty();
            default -> true;
        };
    }

    private static boolean keeps(Step before, Step step) {
        var decided = before.offers().stream().filter(offer -> !offer.isOpen()).toList();
        return step.offers().size() >= before.offers().size()
                && step.offers().containsAll(decided)
                && step.sessions().size() >= before.sessions().size();
    }
}
