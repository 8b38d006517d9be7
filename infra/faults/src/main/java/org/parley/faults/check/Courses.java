package org.parley.faults.check;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Each referral goes from state to state as the domain allows, nothing is over before its deadline, what once was
 * offered or held stays so, and what it is about changes only where it is put right.
 */
final class Courses implements Rule {

    private static final Set<String> OPEN =
            Set.of("SUBMITTED", "OFFERED", "ACCEPTED", "SCHEDULED", "UNPLACED", "ON_HOLD");

    private static final Set<String> OVER = Set.of("CLOSED", "WITHDRAWN", "ENTERED_IN_ERROR");

    private static final Set<String> EVER =
            Stream.concat(OPEN.stream(), OVER.stream()).collect(Collectors.toUnmodifiableSet());

    /** What happened → the states it may happen in. */
    private static final Map<String, Set<String>> FROM = Map.ofEntries(
            entry("submitted", Set.of()),
            entry("screened-out", Set.of()),
            entry("amended", Set.of("SUBMITTED", "OFFERED", "UNPLACED")),
            entry("offered", Set.of("SUBMITTED", "OFFERED", "UNPLACED")),
            entry("offer-expired", Set.of("OFFERED")),
            entry("accepted", Set.of("OFFERED")),
            entry("declined", Set.of("OFFERED")),
            entry("contacted", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD")),
            entry("scheduled", Set.of("ACCEPTED", "SCHEDULED")),
            // On hold already: its day or its reason changes.
            entry("put-on-hold", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD")),
            entry("released", Set.of("ON_HOLD")),
            entry("transferred", Set.of("ACCEPTED")),
            entry("overdue", Set.of("UNPLACED", "ACCEPTED", "SCHEDULED", "ON_HOLD")),
            entry("session-held", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD", "CLOSED")),
            entry("session-voided", EVER),
            entry("consent-revoked", EVER),
            entry("contacts-shredded", OVER),
            entry("closed", Set.of("ACCEPTED", "SCHEDULED", "ON_HOLD")),
            entry("withdrawn", OPEN),
            entry("entered-in-error", OPEN));

    /** What happened → the states it leads to; what is not here changes none. */
    private static final Map<String, Set<String>> TO = Map.ofEntries(
            entry("submitted", Set.of("SUBMITTED", "UNPLACED")),
            entry("screened-out", Set.of("SCREENED_OUT")),
            entry("offered", Set.of("OFFERED")),
            entry("offer-expired", Set.of("OFFERED", "UNPLACED")),
            entry("accepted", Set.of("ACCEPTED")),
            entry("declined", Set.of("OFFERED", "UNPLACED")),
            entry("scheduled", Set.of("SCHEDULED")),
            entry("put-on-hold", Set.of("ON_HOLD")),
            entry("released", Set.of("ACCEPTED", "SCHEDULED")),
            entry("transferred", Set.of("OFFERED", "UNPLACED")),
            entry("closed", Set.of("CLOSED")),
            entry("withdrawn", Set.of("WITHDRAWN")),
            entry("entered-in-error", Set.of("ENTERED_IN_ERROR")));

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
                && goesOn(before, step)
                && decides(before, step)
                && shows(before, step)
                && (step.is("amended") || Amendments.changed(before, step).isEmpty())
                && keeps(before, step);
    }

    /** Who has no answer any more is followed by the next center in the same write. */
    private static boolean goesOn(Step before, Step step) {
        return !before.state().equals("OFFERED") || !before.open().isEmpty() || step.is("offered");
    }

    /** Only a center that is asked can answer, and only its offer changes. */
    private static boolean decides(Step before, Step step) {
        return switch (step.past()) {
            case "accepted" -> before.isAsking(step.center());
            case "offered" ->
                before.open().isEmpty()
                        && step.offers().size() == before.offers().size() + 1
                        && isRightlyAsked(before, step);
            case "declined" -> before.open().size() == 1 && step.open().isEmpty();
            case "offer-expired" ->
                before.open().size() == 1 && hasExpired(before.open().getFirst(), step);
            case "amended" -> isSooner(before.offers(), step.offers());
            case "withdrawn", "entered-in-error" -> step.open().isEmpty();
            case "contacted", "put-on-hold", "released", "transferred", "overdue" ->
                step.offers().equals(before.offers());
            default -> true;
        };
    }

    /** Only a coordinator asks a center again, and only where none was left. */
    private static boolean isRightlyAsked(Step before, Step step) {
        if (before.state().equals("UNPLACED")) {
            return step.isBy("coordinator") && step.reason().equals("BY_HAND");
        }
        var asked = before.offers().stream().map(Step.Offer::center).toList();
        return step.bySystem()
                && step.reason().isEmpty()
                && step.open().stream().noneMatch(offer -> asked.contains(offer.center()));
    }

    /** By the clock that the event's time is of: whoever lets it expire looks at both. */
    private static boolean hasExpired(Step.Offer open, Step step) {
        return !step.isBefore(open.deadline())
                && step.open().isEmpty()
                && step.offers().stream()
                        .anyMatch(offer ->
                                offer.number() == open.number() && offer.state().equals("EXPIRED"));
    }

    /** The same offers; the open one may have to be answered sooner than it was told, and never later. */
    private static boolean isSooner(List<Step.Offer> before, List<Step.Offer> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (var i = 0; i < before.size(); i++) {
            var was = before.get(i).deadline();
            var is = after.get(i).deadline();
            var later = was != null && is != null && is.isAfter(was);
            if (later || !after.get(i).until(was).equals(before.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What happened can be seen of the referral, and what is overdue was due. */
    private static boolean shows(Step before, Step step) {
        return switch (step.past()) {
            case "contacted" -> step.shows("contactedAt");
            case "put-on-hold" -> step.shows("hold");
            case "released" -> !step.shows("hold");
            case "transferred" ->
                Stream.of("center", "acceptedAt", "contactedAt", "scheduledFor").noneMatch(step::shows);
            case "overdue" -> {
                var due = before.referral().path("due");
                yield step.reason().equals(Json.text(due, "what")) && !step.isBefore(Json.instant(due, "at"));
            }
            case "entered-in-error" -> step.shows("enteredInErrorAt");
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
