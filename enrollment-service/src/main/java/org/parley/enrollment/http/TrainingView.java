package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingSummary;
import org.parley.starter.outbox.Held;

/** A training with its counts; who is in it is asked for separately. */
record TrainingView(@JsonUnwrapped TrainingSummary training, long version) {

    static TrainingView from(Held<Training> held) {
        return new TrainingView(TrainingSummary.of(UUID.fromString(held.id()), held.state()), held.version());
    }
}
