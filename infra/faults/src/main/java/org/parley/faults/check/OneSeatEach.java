package org.parley.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.faults.history.Event;

/** At no time has an officer a seat in two trainings that are not over. */
final class OneSeatEach implements Rule {

    private record Stay(String training, Instant from, Instant to) {

        boolean overlaps(Stay other) {
            return !training.equals(other.training) && from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    @Override
    public void check(Run run, Consumer<String> broken) {
        var stays = new HashMap<String, List<Stay>>();
        run.events().all(Events.ENROLLMENT, "enrolled").forEach(event -> {
            var officer = Json.text(Events.state(event), "officer");
            var stay = stay(run, event);
            var others = stays.computeIfAbsent(officer, _ -> new ArrayList<>());
            others.stream()
                    .filter(stay::overlaps)
                    .forEach(other -> broken.accept("Enrollment " + event.subject()
                            + " is an officer's who has a seat in training " + other.training() + " at the same time"));
            others.add(stay);
        });
    }

    private static Stay stay(Run run, Event enrolled) {
        var training = Json.text(Events.state(enrolled), "training");
        var end = Stream.concat(
                        run.events().find(Events.ENROLLMENT, enrolled.subject(), "withdrawn").stream(),
                        run.events().find(Events.TRAINING, training, "completed").stream())
                .map(Event::time)
                .min(Instant::compareTo);
        return new Stay(training, enrolled.time(), end.orElse(Instant.MAX));
    }
}
