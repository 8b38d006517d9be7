package org.parley.enrollment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/**
 * Planning trainings and ending them. Each use case takes a guard, which sees the version that is about to be changed and
 * throws if it must not be. Empty: there is no such training.
 */
@Component
public class TrainingManagement {

    private final Documents<Training> trainings;
    private final TrainingSteps steps;
    private final Catalogue catalogue;
    private final Clock clock;

    TrainingManagement(Documents<Training> trainings, TrainingSteps steps, Catalogue catalogue, Clock clock) {
        this.trainings = trainings;
        this.steps = steps;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Creation create(UUID id, TrainingPlan plan) {
        var breaches = plan.breaches();
        if (!breaches.isEmpty()) {
            return new Creation.Invalid(breaches);
        }
        catalogue.add(plan, id);
        return switch (trainings.insert(id.toString(), Training.draft(plan, SignInCodes.newSecret()), List.of())) {
            case Insertion.Inserted<Training>(var held) -> new Creation.Created(held);
            case Insertion.Existing<Training>(var held) ->
                held.state().asked().equals(plan) ? new Creation.Repeated(held) : new Creation.KeyReused();
        };
    }

    public Optional<Held<Training>> find(UUID id) {
        return steps.find(id);
    }

    public Optional<Outcome<Training, Step>> amend(
            UUID id, TrainingPlan plan, Requester requester, LongConsumer guard) {
        var breaches = plan.breaches();
        if (breaches.isEmpty() && steps.find(id).isPresent()) {
            catalogue.add(plan, id);
        }
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, _) -> breaches.isEmpty() ? training.amend(plan) : new Step.Invalid(breaches));
    }

    public Optional<Outcome<Training, Step>> open(UUID id, Requester requester, LongConsumer guard) {
        return steps.take(id, requester.actor(), guard, (training, _) -> training.open());
    }

    public Optional<Outcome<Training, Step>> reschedule(
            UUID id, int number, TrainingDay day, Requester requester, LongConsumer guard) {
        if (number == 1) {
            // Whatever is against it now: somebody else may have made it possible when it is written.
            steps.find(id)
                    .map(held -> held.state().plan().with(number, day))
                    .ifPresent(plan -> catalogue.add(plan, id));
        }
        return steps.take(id, requester.actor(), guard, (training, _) -> training.reschedule(number, day));
    }

    /** Offers the next open training to those who lose theirs. */
    public Optional<Outcome<Training, Step>> cancel(
            UUID id, CancelReason reason, Requester requester, LongConsumer guard) {
        var instead = catalogue.nextOpen(id).orElse(null);
        return steps.take(id, requester.actor(), guard, (training, _) -> training.cancel(reason, instead));
    }

    public Optional<Outcome<Training, Step>> complete(UUID id, Requester requester, LongConsumer guard) {
        return steps.take(id, requester.actor(), guard, (training, _) -> training.complete(clock.instant()));
    }
}
