package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.APPROVALS;
import static org.parley.reporting.Metric.EVALUATIONS_INVITED;
import static org.parley.reporting.Metric.EVALUATION_RESPONSES;
import static org.parley.reporting.Metric.TOP_BOX;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Contribution;
import org.parley.reporting.Metric;

/** What is counted of an evaluation, which is told of once, when it is closed. A follow-up asks for no rating. */
record EvaluationEvent(Evaluation evaluation) implements Counted {

    EvaluationEvent {
        requireNonNull(evaluation);
    }

    record Evaluation(
            String kind,
            String cohort,
            LocalDate lastDay,
            int invited,
            int responses,
            @Nullable Ratings overall) {
        Evaluation {
            requireNonNull(kind);
            requireNonNull(cohort);
            requireNonNull(lastDay);
        }
    }

    record Ratings(
            @JsonProperty("EXCELLENT") int excellent,
            @JsonProperty("GOOD") int good) {}

    @Override
    public Contribution contribution() {
        var overall = evaluation.overall();
        if (!evaluation.kind().equals("COURSE") || overall == null) {
            return Contribution.NONE;
        }
        var counts = new EnumMap<Metric, Integer>(Metric.class);
        counts.put(EVALUATIONS_INVITED, evaluation.invited());
        counts.put(EVALUATION_RESPONSES, evaluation.responses());
        counts.put(APPROVALS, overall.excellent() + overall.good());
        counts.put(TOP_BOX, overall.excellent());
        return Contribution.counting(counts, evaluation.lastDay(), List.of(evaluation.cohort()));
    }
}
