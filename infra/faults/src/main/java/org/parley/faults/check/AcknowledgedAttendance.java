package org.parley.faults.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.Event;
import org.parley.faults.history.TrainingFound;
import org.parley.faults.history.TrainingFound.Seat;

/** Who was there on all four days completed the training, and nobody else did; the hours are those acknowledged. */
final class AcknowledgedAttendance implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().trainings().stream()
                .filter(training -> training.state().equals("COMPLETED"))
                .forEach(training -> run.events()
                        .find(Events.TRAINING, training.id(), "completed")
                        .ifPresent(event -> check(run, training, days(event), broken)));
    }

    private static List<String> days(Event completed) {
        return Json.items(Events.state(completed), "days")
                .map(day -> Json.text(day, "date"))
                .toList();
    }

    private static void check(Run run, TrainingFound training, List<String> days, Consumer<String> broken) {
        var attendance = new Attendance(run, training.id());
        for (var seat : training.roster()) {
            if (SeatStates.isSeated(seat) && !fits(seat, attendance, days)) {
                broken.accept("Enrollment " + seat.enrollment() + " is " + seat.state()
                        + ", which is not what its acknowledged attendance makes it");
            }
            if (seat.state().equals("COMPLETED")) {
                run.events()
                        .find(Events.ENROLLMENT, seat.enrollment(), "completed")
                        .ifPresent(event -> hours(event, seat, attendance, days, broken));
            }
        }
    }

    private static boolean fits(Seat seat, Attendance attendance, List<String> days) {
        var there = days.stream()
                .filter(day -> attendance.wasThere(day, seat.officer()).orElse(false))
                .count();
        var unknown = days.stream()
                .filter(day -> attendance.wasThere(day, seat.officer()).isEmpty())
                .count();
        return switch (seat.state()) {
            case "COMPLETED" -> there + unknown == days.size();
            case "NO_SHOW" -> there == 0;
            case "INCOMPLETE" -> there < days.size() && there + unknown > 0;
            default -> true;
        };
    }

    private static void hours(
            Event completed, Seat seat, Attendance attendance, List<String> days, Consumer<String> broken) {
        var told = new HashMap<String, BigDecimal>();
        Json.items(Events.state(completed), "days")
                .forEach(day ->
                        told.put(Json.text(day, "date"), day.path("hours").asDecimal(BigDecimal.ZERO)));
        if (!told.keySet().equals(Set.copyOf(days))) {
            broken.accept("Enrollment " + seat.enrollment() + " is completed with other days than its training has");
        }
        days.forEach(day -> attendance
                .hours(day, seat.officer())
                .filter(hours -> hours.compareTo(told.getOrDefault(day, BigDecimal.ZERO)) != 0)
                .ifPresent(_ -> broken.accept("Enrollment " + seat.enrollment() + " is told with other hours on " + day
                        + " than were acknowledged")));
    }
}
