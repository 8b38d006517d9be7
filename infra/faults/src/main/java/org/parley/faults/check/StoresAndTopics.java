package org.parley.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.TrainingFound;
import tools.jackson.databind.JsonNode;

/**
 * No write without its event and no event without its write: what stands in the stores is told on the topics, nothing
 * else is, and the state that is shown is the one that was told last. A last event that is missing leaves no gap, so
 * nothing else would tell.
 */
final class StoresAndTopics implements Rule {

    private static final Map<String, String> COLLECTIONS = Map.of(
            Events.REFERRAL, "referrals",
            Events.TRAINING, "trainings",
            Events.CERTIFICATE, "certificates",
            Events.SESSION, "sessions",
            Events.MICRO_INTERVENTION, "micro-interventions");

    private static final List<String> SHOWN = List.of(
            "state",
            "command",
            "type",
            "urgency",
            "occurredAt",
            "submittedAt",
            "screenedOutFor",
            "center",
            "acceptedAt",
            "scheduledFor",
            "closedAt",
            "resolution");

    @Override
    public void check(Run run, Consumer<String> broken) {
        COLLECTIONS.forEach((kind, collection) -> ids(run, kind, collection, broken));
        run.found().referrals().values().forEach(view -> referral(run, view, broken));
        run.found().trainings().forEach(training -> training(run, training, broken));
        Reports.DEEDS
                .keySet()
                .forEach(kind -> run.events().of(kind).forEach((id, events) -> {
                    var log = run.found().logs().get(id);
                    var told = Events.state(events.getLast());
                    if (log == null || !told.propertyNames().stream().allMatch(field -> Json.same(field, told, log))) {
                        broken.accept("The " + kind + " " + id + " is shown otherwise than it is told");
                    }
                }));
    }

    private static void ids(Run run, String kind, String collection, Consumer<String> broken) {
        var told = run.events().of(kind).keySet();
        var stored = run.stored(collection);
        without(stored, told).stream()
                .filter(id -> !isDraft(run, kind, id))
                .forEach(id -> broken.accept("The " + kind + " " + id + " is stored, and no event tells of it"));
        without(told, stored).forEach(id -> broken.accept("The " + kind + " " + id + " is told of and not stored"));
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        var left = new HashSet<>(all);
        left.removeAll(those);
        return left;
    }

    private static boolean isDraft(Run run, String kind, String id) {
        var training = run.trainings().get(id);
        return kind.equals(Events.TRAINING)
                && training != null
                && training.state().equals("DRAFT");
    }

    private static void referral(Run run, JsonNode view, Consumer<String> broken) {
        var id = Json.text(view, "id");
        var course = run.course(id);
        if (course.isEmpty()) {
            return;
        }
        var last = course.getLast();
        SHOWN.stream()
                .filter(field -> !Json.same(field, view, last.referral()))
                .forEach(field ->
                        broken.accept("Referral " + id + " is shown with another " + field + " than was told"));
        var asked = last.open().isEmpty() ? "" : last.open().getFirst().center();
        if (!Json.text(view, "offeredTo").equals(asked)) {
            broken.accept("Referral " + id + " is shown with another open offer than was told");
        }
    }

    private static void training(Run run, TrainingFound training, Consumer<String> broken) {
        var events = run.events().of(Events.TRAINING, training.id());
        var told = events.isEmpty() ? "" : Json.text(Events.state(events.getLast()), "state");
        var right = switch (training.state()) {
            case "DRAFT" -> "";
            case "RUNNING" -> "OPEN";
            default -> training.state();
        };
        if (!told.equals(right)) {
            broken.accept("Training " + training.id() + " is " + training.state() + " and was told to be " + told);
        }
        for (var seat : training.roster()) {
            var enrollment = run.events().of(Events.ENROLLMENT, seat.enrollment());
            var last = enrollment.isEmpty() ? "" : Json.text(Events.state(enrollment.getLast()), "state");
            if (!last.equals(told(seat.state()))) {
                broken.accept(
                        "Enrollment " + seat.enrollment() + " is " + seat.state() + " and was told to be " + last);
            }
        }
        run.events().of(Events.ENROLLMENT).forEach((id, its) -> {
            if (Json.text(Events.state(its.getLast()), "training").equals(training.id())
                    && training.roster().stream()
                            .noneMatch(seat -> seat.enrollment().equals(id))) {
                broken.accept("Enrollment " + id + " is told of and not on the roster of training " + training.id());
            }
        });
    }

    /** Waiting is not told. */
    private static String told(String state) {
        return switch (state) {
            case "REQUESTED", "WAITLISTED", "DECLINED" -> "";
            default -> state;
        };
    }
}
