package org.parley.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/**
 * From one training into another. The training that is left leads: in one write the officer gives the seat, or the place
 * in the line, up there, and whoever waits gets it. The other one follows, at once here and after a crash by the outbox
 * ({@link TransfersFollowTrainings}): the officer is put into its line at the time of the first request. So at no moment
 * has the officer two seats, and none is sold twice; and since the second write takes the officer in whatever has become
 * of the other training by then, nobody gets lost in between.
 */
@Component
public class Transfers {

    private final TrainingSteps steps;

    Transfers(TrainingSteps steps) {
        this.steps = steps;
    }

    /** @return how it ended in the other training; empty when there is no such training to leave */
    public Optional<Outcome<Training, Step>> transfer(
            UUID from, UUID enrollment, UUID to, Requester requester, LongConsumer guard) {
        var left = leave(from, enrollment, to, requester, guard);
        if (left.isEmpty() || !(left.get().answer() instanceof Step.Taken)) {
            return left;
        }
        var moved = left.get().held().state().enrollment(enrollment).orElseThrow();
        return arrive(to, moved.in(to), requester.actor());
    }

    /** The first half. It is refused while it would be for nothing. */
    Optional<Outcome<Training, Step>> leave(
            UUID from, UUID enrollment, UUID to, Requester requester, LongConsumer guard) {
        return steps.take(from, requester.actor(), guard, (training, standings) -> {
            var leaving = training.enrollment(enrollment).filter(it -> requester.approves(it.command()));
            if (leaving.isEmpty()) {
                return new Step.Unknown();
            }
            return to.equals(leaving.get().movedTo())
                    ? new Step.Taken(training)
                    : obstacle(leaving.get(), from, to).orElseGet(() -> training.leave(enrollment, to, standings));
        });
    }

    /** The second half; twice is once. */
    Optional<Outcome<Training, Step>> arrive(UUID to, Enrollment moved, Actor actor) {
        return steps.take(
                to, actor, TrainingSteps.ANY_VERSION, (training, standings) -> training.arrive(moved, standings));
    }

    private Optional<Step> obstacle(Enrollment leaving, UUID from, UUID to) {
        var target = steps.find(to)
                .map(held -> held.state())
                .filter(it -> it.state() == TrainingState.OPEN && !to.equals(from));
        if (target.isEmpty()) {
            return Optional.of(new Step.Invalid(List.of(new Breach("/to", "must be another training that is open"))));
        }
        if (target.get().of(leaving.officer()).isPresent()) {
            return Optional.of(new Step.Impossible(
                    "already-on-roster",
                    "The officer is on the other roster already. Who has left it withdraws here, and is enrolled there"
                            + " with again."));
        }
        return leaving.state() == EnrollmentState.ENROLLED && !target.get().hasSeatFor(leaving)
                ? Optional.of(new Step.Impossible("no-seat-there", "A seat is given up only for another one."))
                : Optional.empty();
    }
}
