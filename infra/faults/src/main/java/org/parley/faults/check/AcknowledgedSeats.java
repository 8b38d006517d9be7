package org.parley.faults.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.TrainingFound;
import org.parley.faults.history.TrainingFound.Seat;
import tools.jackson.databind.JsonNode;

/** Who was told to have a seat or to wait is on the roster, and where the answer can lead to; who gave it back is too. */
final class AcknowledgedSeats implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.deeds().done(Deed.REQUEST_SEATS).forEach(asked -> requested(run, asked, broken));
        run.deeds().done(Deed.WITHDRAW_ENROLLMENT).forEach(asked -> withdrawn(run, asked, broken));
        run.found().trainings().forEach(training -> states(training, broken));
    }

    private static void requested(Run run, Asked asked, Consumer<String> broken) {
        var requests = Json.items(asked.body(), "requests").toList();
        var results = Json.items(asked.answer(), "results").toList();
        if (!officers(requests).equals(officers(results))) {
            broken.accept(
                    "Seats of training " + asked.subject() + ": the answer is about other officers than the request");
        }
        for (var result : results) {
            var enrollment = Json.text(result, "enrollment");
            if (!enrollment.isEmpty()) {
                answered(run, asked.subject(), enrollment, result, broken);
            }
        }
    }

    private static List<String> officers(List<JsonNode> named) {
        return named.stream().map(one -> Json.text(one, "officer")).toList();
    }

    private static void answered(
            Run run, String training, String enrollment, JsonNode result, Consumer<String> broken) {
        var told = Json.text(result, "state");
        var seats = seats(run, training, enrollment);
        if (seats.isEmpty()) {
            broken.accept("Enrollment " + enrollment + " was answered " + told
                    + " and is not on the roster of training " + training);
        }
        for (var seat : seats) {
            if (!seat.officer().equals(Json.text(result, "officer"))) {
                broken.accept("Enrollment " + enrollment + " is of another officer than was answered");
            }
            if (!SeatStates.isReachable(told, seat.state())) {
                broken.accept("Enrollment " + enrollment + " was answered " + told + " and is " + seat.state());
            }
        }
        if (told.equals("ENROLLED")
                && run.events().find(Events.ENROLLMENT, enrollment, "enrolled").isEmpty()) {
            broken.accept("Enrollment " + enrollment + " was answered ENROLLED, and no event tells of it");
        }
    }

    private static void withdrawn(Run run, Asked asked, Consumer<String> broken) {
        var enrollment = Json.text(asked.body(), "enrollment");
        var seats = seats(run, asked.subject(), enrollment);
        if (seats.isEmpty() || !seats.stream().allMatch(seat -> seat.state().equals("WITHDRAWN"))) {
            broken.accept("Withdrawal of enrollment " + enrollment + " was acknowledged, and the roster says "
                    + seats.stream().map(Seat::state).toList());
        }
        if (run.events().find(Events.ENROLLMENT, enrollment, "withdrawn").isEmpty()) {
            broken.accept("Withdrawal of enrollment " + enrollment + " was acknowledged, and no event tells of it");
        }
    }

    private static void states(TrainingFound training, Consumer<String> broken) {
        training.roster().stream()
                .filter(seat -> !SeatStates.fits(seat.state(), training.state()))
                .forEach(seat -> broken.accept("Enrollment " + seat.enrollment() + " is " + seat.state()
                        + ", and its training " + training.id() + " is " + training.state()));
    }

    private static List<Seat> seats(Run run, String training, String enrollment) {
        var found = run.trainings().get(training);
        return found == null
                ? List.of()
                : found.roster().stream()
                        .filter(seat -> seat.enrollment().equals(enrollment))
                        .toList();
    }
}
