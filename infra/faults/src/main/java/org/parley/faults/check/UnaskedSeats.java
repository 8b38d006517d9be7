package org.parley.faults.check;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Event;
import org.parley.faults.history.TrainingFound;
import tools.jackson.databind.JsonNode;

/** Nobody is on a roster, has left one, or is certified without having been asked for, withdrawn, or completed. */
final class UnaskedSeats implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().trainings().forEach(training -> roster(run, training, broken));
        run.events()
                .of(Events.ENROLLMENT)
                .values()
                .forEach(events -> events.forEach(event -> told(run, event, broken)));
        run.events()
                .of(Events.CERTIFICATE)
                .values()
                .forEach(events -> events.forEach(event -> {
                    if (completions(run, Events.state(event)).findAny().isEmpty()) {
                        broken.accept("Certificate " + event.subject() + " follows no completed enrollment");
                    }
                }));
    }

    private static void roster(Run run, TrainingFound training, Consumer<String> broken) {
        for (var seat : training.roster()) {
            if (requests(run, training.id(), seat.officer(), Instant.MAX)
                    .findAny()
                    .isEmpty()) {
                broken.accept("Nobody asked for enrollment " + seat.enrollment());
            }
            if (seat.state().equals("WITHDRAWN")
                    && withdrawals(run, training.id(), seat.enrollment())
                            .findAny()
                            .isEmpty()) {
                broken.accept("Nobody withdrew enrollment " + seat.enrollment());
            }
        }
    }

    private static void told(Run run, Event event, Consumer<String> broken) {
        var state = Events.state(event);
        var training = Json.text(state, "training");
        var asked = switch (Events.past(event)) {
            case "enrolled" ->
                requests(run, training, Json.text(state, "officer"), event.time())
                        .anyMatch(request -> isFor(request, state));
            case "withdrawn" ->
                withdrawals(run, training, event.subject())
                        .anyMatch(withdrawal -> run.deeds().canHaveHappened(withdrawal, event.time()));
            case "completed" ->
                run.deeds()
                        .possible(Deed.COMPLETE_TRAINING, training)
                        .anyMatch(complete -> run.deeds().canHaveHappened(complete, event.time()));
            default -> true;
        };
        if (!asked) {
            broken.accept("Nobody asked for " + Events.past(event) + " of enrollment " + event.subject());
        }
    }

    /** The requests for an officer's seat in a training up to a time: whoever had to wait may get it long after. */
    private static Stream<JsonNode> requests(Run run, String training, String officer, Instant until) {
        return run.deeds()
                .possible(Deed.REQUEST_SEATS, training)
                .filter(asked -> run.deeds().hadBegun(asked, until))
                .flatMap(asked -> Json.items(asked.body(), "requests"))
                .filter(request -> Json.text(request, "officer").equals(officer));
    }

    private static boolean isFor(JsonNode request, JsonNode enrollment) {
        return Json.same("command", request, enrollment)
                && request.path("nco").asBoolean(false)
                        == enrollment.path("nco").asBoolean(false);
    }

    private static Stream<Asked> withdrawals(Run run, String training, String enrollment) {
        return run.deeds()
                .possible(Deed.WITHDRAW_ENROLLMENT, training)
                .filter(asked -> Json.text(asked.body(), "enrollment").equals(enrollment));
    }

    private static Stream<Event> completions(Run run, JsonNode certificate) {
        return run.events()
                .all(Events.ENROLLMENT, "completed")
                .filter(event -> Json.same("training", Events.state(event), certificate)
                        && Json.same("officer", Events.state(event), certificate));
    }
}
