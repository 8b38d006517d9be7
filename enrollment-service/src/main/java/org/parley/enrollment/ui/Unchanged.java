package org.parley.enrollment.ui;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Step;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingManagement;
import org.parley.starter.outbox.Outcome;

/**
 * Does what a page's reader wants as long as what they saw of it is still so, however often the rest of the training
 * changes meanwhile: on the day it is opened hundreds ask for seats.
 */
record Unchanged(TrainingManagement trainings) {

    private static final int ROUNDS = 50;

    /** @param part what was seen of a training: a number that only grows when it changes */
    Result then(
            UUID id,
            ToLongFunction<Cohort> part,
            @Nullable Long seen,
            Function<LongConsumer, Optional<Outcome<Training, Step>>> doing) {
        for (var round = 0; round < ROUNDS; round++) {
            var cohort = trainings.find(id).map(Cohort::of);
            if (cohort.isEmpty()) {
                return new Result.Gone();
            }
            if (seen == null || seen != part.applyAsLong(cohort.get())) {
                return new Result.Changed();
            }
            try {
                return Result.of(doing.apply(new Guard(cohort.get().version())));
            } catch (Moved e) {
                // something about the training is new; whether it is what was seen is looked up again
            }
        }
        return new Result.Changed();
    }

    private record Guard(long expected) implements LongConsumer {

        @Override
        public void accept(long version) {
            if (version != expected) {
                throw new Moved();
            }
        }
    }

    private static final class Moved extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Moved() {
            super(null, null, false, false);
        }
    }
}
