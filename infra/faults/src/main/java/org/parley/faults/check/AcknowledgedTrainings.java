package org.parley.faults.check;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;

/** A training is what was created, and has come as far as was acknowledged. */
final class AcknowledgedTrainings implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var deeds = run.deeds();
        deeds.done(Deed.CREATE_TRAINING).forEach(asked -> created(run, asked, broken));
        deeds.done(Deed.OPEN_TRAINING).forEach(asked -> {
            state(run, asked, Set.of("OPEN", "RUNNING", "COMPLETED"), broken);
            told(run, asked, "scheduled", broken);
        });
        deeds.done(Deed.RECORD_ATTENDANCE).forEach(asked -> state(run, asked, Set.of("RUNNING", "COMPLETED"), broken));
        deeds.done(Deed.COMPLETE_TRAINING).forEach(asked -> {
            state(run, asked, Set.of("COMPLETED"), broken);
            told(run, asked, "completed", broken);
        });
    }

    private static void created(Run run, Asked asked, Consumer<String> broken) {
        var id = Json.text(asked.answer(), "id");
        var training = run.trainings().get(id);
        if (training == null || !run.stored("trainings").contains(id)) {
            broken.accept("Training " + id + " was acknowledged and is not there");
            return;
        }
        if (training.capacity() != asked.body().path("capacity").asInt(0)) {
            broken.accept("Training " + id + " has another number of seats than was acknowledged");
        }
        run.events()
                .of(Events.TRAINING, id)
                .forEach(event -> List.of("cohort", "capacity", "days").stream()
                        .filter(field -> !Json.same(field, asked.body(), Events.state(event)))
                        .forEach(field -> broken.accept(event.type() + " of training " + id + " tells another " + field
                                + " than was acknowledged")));
    }

    private static void state(Run run, Asked asked, Set<String> right, Consumer<String> broken) {
        var training = run.trainings().get(asked.subject());
        if (training == null || !right.contains(training.state())) {
            broken.accept(asked.deed() + " of training " + asked.subject() + " was acknowledged, and it is "
                    + (training == null ? "not there" : training.state()));
        }
    }

    private static void told(Run run, Asked asked, String past, Consumer<String> broken) {
        var event = run.events().find(Events.TRAINING, asked.subject(), past);
        if (event.isEmpty()) {
            broken.accept(asked.deed() + " of training " + asked.subject()
                    + " was acknowledged, and no event tells that it is " + past);
        } else if (!Json.same("completedAt", asked.answer(), Events.state(event.get()))) {
            broken.accept(
                    asked.deed() + " of training " + asked.subject() + " was answered with another time than is told");
        }
    }
}
