package org.parley.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Event;
import org.parley.faults.history.Told;

/**
 * There is no training that nobody created, and none is further than anybody brought it. Whoever had no answer does not
 * know its id: such a training is told by its seats, and goes to one deed only.
 */
final class UnaskedTrainings implements Rule {

    /** Nobody cancels one. */
    private static final Map<String, Set<Deed>> STATES = Map.of(
            "DRAFT", Set.of(),
            "OPEN", Set.of(Deed.OPEN_TRAINING),
            "RUNNING", Set.of(Deed.OPEN_TRAINING, Deed.RECORD_ATTENDANCE),
            "COMPLETED", Set.of(Deed.OPEN_TRAINING, Deed.RECORD_ATTENDANCE, Deed.COMPLETE_TRAINING));

    private static final Map<String, Deed> TOLD =
            Map.of("scheduled", Deed.OPEN_TRAINING, "completed", Deed.COMPLETE_TRAINING);

    @Override
    public void check(Run run, Consumer<String> broken) {
        created(run, broken);
        run.found().trainings().forEach(training -> {
            if (!STATES.containsKey(training.state())) {
                broken.accept("Training " + training.id() + " is " + training.state() + ", which nobody asks for");
            }
            for (var deed : STATES.getOrDefault(training.state(), Set.of())) {
                if (run.deeds().possible(deed, training.id()).findAny().isEmpty()) {
                    broken.accept("Training " + training.id() + " is " + training.state() + " without " + deed);
                }
            }
        });
        TOLD.forEach((past, deed) -> run.events().all(Events.TRAINING, past).forEach(event -> {
            if (!isAsked(run, deed, event)) {
                broken.accept("Nobody asked for " + past + " of training " + event.subject());
            }
        }));
    }

    private static boolean isAsked(Run run, Deed deed, Event event) {
        return run.deeds()
                .possible(deed, event.subject())
                .anyMatch(asked -> run.deeds().canHaveHappened(asked, event.time()));
    }

    private static void created(Run run, Consumer<String> broken) {
        var answered = run.deeds()
                .done(Deed.CREATE_TRAINING)
                .map(asked -> Json.text(asked.answer(), "id"))
                .collect(Collectors.toSet());
        var open = unanswered(run);
        var ids = new HashSet<>(run.trainings().keySet());
        ids.addAll(run.stored("trainings"));
        ids.addAll(run.events().of(Events.TRAINING).keySet());
        ids.removeAll(answered);
        for (var id : ids) {
            var mine = open.stream().filter(asked -> fits(run, id, asked)).findFirst();
            mine.ifPresentOrElse(open::remove, () -> broken.accept("Nobody created training " + id));
        }
    }

    /** Those of whose keys no deed was answered. */
    private static List<Asked> unanswered(Run run) {
        var keys = new HashSet<>(run.deeds()
                .done(Deed.CREATE_TRAINING)
                .map(UnaskedTrainings::key)
                .toList());
        var open = new ArrayList<Asked>();
        run.deeds()
                .possible(Deed.CREATE_TRAINING)
                .filter(asked -> asked.told() == Told.UNCERTAIN && keys.add(key(asked)))
                .forEach(open::add);
        return open;
    }

    private static String key(Asked asked) {
        return asked.client() + " " + asked.subject();
    }

    private static boolean fits(Run run, String id, Asked asked) {
        var training = run.trainings().get(id);
        return training != null
                && training.capacity() == asked.body().path("capacity").asInt(0);
    }
}
