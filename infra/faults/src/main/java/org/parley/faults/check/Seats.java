package org.parley.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.faults.history.Event;
import org.parley.faults.history.TrainingFound;

/**
 * No seat is sold twice: at no time has a training more officers than seats, no officer is on a roster twice or
 * overtakes who has waited longer.
 */
final class Seats implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.found().trainings().forEach(training -> roster(training, broken));
        var seats = new HashMap<String, List<Event>>();
        Stream.of("enrolled", "withdrawn")
                .flatMap(past -> run.events().all(Events.ENROLLMENT, past))
                .forEach(event -> seats.computeIfAbsent(
                                Json.text(Events.state(event), "training"), _ -> new ArrayList<>())
                        .add(event));
        seats.forEach((training, events) -> overTime(run, training, events, broken));
        run.events()
                .of(Events.TRAINING)
                .values()
                .forEach(events -> events.forEach(event -> {
                    var told = Events.state(event);
                    if (told.path("enrolled").asLong(0) > told.path("capacity").asLong(0)) {
                        broken.accept(event.id() + " tells of more officers than seats in training " + event.subject());
                    }
                }));
    }

    private static void roster(TrainingFound training, Consumer<String> broken) {
        var seated = training.roster().stream().filter(SeatStates::isSeated).count();
        if (seated > training.capacity()) {
            broken.accept(
                    "Training " + training.id() + " has " + training.capacity() + " seats and " + seated + " officers");
        }
        var officers = new HashSet<String>();
        var waiting = false;
        for (var seat : training.roster()) {
            if (!officers.add(seat.officer())) {
                broken.accept(
                        "Enrollment " + seat.enrollment() + " is an officer's second one in training " + training.id());
            }
            if (waiting && SeatStates.isSeated(seat)) {
                broken.accept("Enrollment " + seat.enrollment() + " has overtaken who has waited longer in training "
                        + training.id());
            }
            waiting |= SeatStates.isWaiting(seat);
        }
    }

    /** One write has one time: who leaves and who gets the seat, in whatever order they are told. */
    private static void overTime(Run run, String training, List<Event> events, Consumer<String> broken) {
        var found = run.trainings().get(training);
        if (found == null) {
            return;
        }
        var times = new TreeMap<Instant, List<Event>>();
        events.forEach(event ->
                times.computeIfAbsent(event.time(), _ -> new ArrayList<>()).add(event));
        var seated = new HashSet<String>();
        times.forEach((time, together) -> {
            together.stream().sorted(Comparator.comparingLong(Event::sequence)).forEach(event -> {
                if (Events.past(event).equals("enrolled")) {
                    seated.add(event.subject());
                } else {
                    seated.remove(event.subject());
                }
            });
            if (seated.size() > found.capacity()) {
                broken.accept("Training " + training + " had " + seated.size() + " officers in " + found.capacity()
                        + " seats at " + time);
            }
        });
    }
}
