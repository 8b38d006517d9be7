package org.parley.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Event;

/**
 * What happened to a referral somebody asked for, at the time it happened, and no more than that. What follows by itself
 * has its cause: an offer that no coordinator makes is checked with the feeds, a deadline that passed with the courses, a
 * session that was held was logged, and a closing without a center has such a session.
 */
final class UnaskedSteps implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.courses().values().forEach(course -> {
            @Nullable Step before = null;
            for (var step : course) {
                if (!isAsked(run, before, step)) {
                    broken.accept("Nobody asked for " + step);
                }
                before = step;
            }
        });
    }

    private static boolean isAsked(Run run, @Nullable Step before, Step step) {
        return switch (step.past()) {
            case "accepted",
                    "declined",
                    "contacted",
                    "scheduled",
                    "put-on-hold",
                    "released",
                    "transferred",
                    "withdrawn",
                    "entered-in-error" -> isDeed(run, step, _ -> true);
            case "amended" -> before != null && isDeed(run, step, asked -> Amendments.isNoMore(asked, before, step));
            case "offered" -> step.bySystem() || isDeed(run, step, _ -> true);
            case "offer-expired", "overdue" -> step.bySystem();
            case "closed" -> step.bySystem() ? isMediated(step) : isDeed(run, step, _ -> true);
            case "session-held" -> {
                var held = newSessions(before, step);
                yield held.size() == 1 && isLogged(run, step, held.getFirst());
            }
            // No load revokes a consent, and none lasts long enough for one to end by itself.
            case "consent-revoked", "contacts-shredded" -> false;
            default -> true;
        };
    }

    private static boolean isDeed(Run run, Step step, Predicate<Asked> explains) {
        var deed = Causes.DEEDS.get(step.past());
        return deed != null
                && run.deeds()
                        .possible(deed, step.id())
                        .anyMatch(asked -> Causes.isWhatWasAsked(asked, step)
                                && explains.test(asked)
                                && run.deeds()
                                        .canHaveHappened(asked, step.event().time()));
    }

    private static List<Step.Held> newSessions(@Nullable Step before, Step step) {
        var known = before == null ? Set.<Step.Held>of() : new HashSet<>(before.sessions());
        return step.sessions().stream().filter(held -> !known.contains(held)).toList();
    }

    private static boolean isLogged(Run run, Step step, Step.Held held) {
        return run.events().of(Events.SESSION, held.session()).stream().anyMatch(event -> isOf(event, step, held));
    }

    private static boolean isOf(Event logged, Step step, Step.Held held) {
        var session = Events.state(logged);
        return Json.text(session, "referral").equals(step.id())
                && Json.text(session, "center").equals(step.center())
                && Json.text(session, "outcome").equals(held.outcome())
                && Objects.equals(Json.instant(session, "startedAt"), held.at());
    }

    /** The session that closed it is the newest. */
    private static boolean isMediated(Step step) {
        return step.reason().equals("MEDIATED")
                && !step.sessions().isEmpty()
                && Outcomes.isFinal(step.sessions().getLast().outcome())
                && Json.text(step.referral(), "resolution")
                        .equals(Outcomes.resolution(step.sessions().getLast().outcome()));
    }
}
