package org.parley.enrollment;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/**
 * How every use case changes a training: one write of the training, its histories and what the world learns. A guard sees
 * the version that is about to be changed and throws if it must not be.
 */
@Component
class TrainingSteps {

    /** For use cases that mean no version. */
    static final LongConsumer ANY_VERSION = version -> {};

    private static final int ROUNDS = 200;

    private final Documents<Training> trainings;
    private final SeatClaims claims;
    private final Clock clock;
    private final Turns turns = new Turns();

    TrainingSteps(Documents<Training> trainings, SeatClaims claims, Clock clock) {
        this.trainings = trainings;
        this.claims = claims;
        this.clock = clock;
    }

    Optional<Held<Training>> find(UUID id) {
        return trainings.find(id.toString());
    }

    /**
     * @param taking decides with what is known of officers' seats elsewhere; where it wants to know more it is asked
     *     again
     * @return empty when there is no such training
     */
    Optional<Outcome<Training, Step>> take(
            UUID id, Actor actor, LongConsumer guard, BiFunction<Training, Standings, Step> taking) {
        return turns.take(id, () -> {
            var claimed = new HashSet<UUID>();
            for (var round = 1; round <= ROUNDS; round++) {
                var outcome = once(id, actor, guard, training -> {
                    var standings = claims.standings(claimed, id);
                    return taking.apply(training, standings);
                });
                if (outcome.isPresent() && outcome.get().answer() instanceof Step.Unclaimed(var officers)) {
                    claims.claim(officers, id);
                    claimed.addAll(officers);
                } else {
                    return outcome;
                }
            }
            throw new IllegalStateException("Other trainings claim the same officers again and again: " + id);
        });
    }

    private Optional<Outcome<Training, Step>> once(
            UUID id, Actor actor, LongConsumer guard, Function<Training, Step> taking) {
        return trainings.change(id.toString(), held -> {
            guard.accept(held.version());
            var before = held.state();
            var step = taking.apply(before);
            return switch (step) {
                case Step.Taken(var after)
                when !after.equals(before) -> {
                    var recorded = new Histories(actor, clock.instant()).recorded(before, after);
                    yield Decision.write(step, recorded, new TrainingFacts(id, actor).between(before, recorded));
                }
                case Step.Refused refused -> Decision.write(step, refused.after());
                case Step.Taken _, Step.Impossible _, Step.Invalid _, Step.Unknown _, Step.Unclaimed _ ->
                    Decision.keep(step);
            };
        });
    }
}
