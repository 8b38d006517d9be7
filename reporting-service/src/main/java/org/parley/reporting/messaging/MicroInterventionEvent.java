package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.ARRESTS_AVOIDED;
import static org.parley.reporting.Metric.MICRO_INTERVENTIONS;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Contribution;
import org.parley.reporting.NewYork;

/** What is counted of a micro-intervention. */
record MicroInterventionEvent(MicroIntervention microIntervention) implements Counted {

    MicroInterventionEvent {
        requireNonNull(microIntervention);
    }

    record MicroIntervention(
            String command,
            String borough,
            String type,
            Instant occurredAt,
            boolean arrestWasLikely,
            boolean arrestMade,
            @Nullable String voidReason) {
        MicroIntervention {
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(occurredAt);
        }
    }

    @Override
    public Contribution contribution() {
        if (microIntervention.voidReason() != null) {
            return Contribution.NONE;
        }
        var metrics = EnumSet.of(MICRO_INTERVENTIONS);
        if (microIntervention.arrestWasLikely() && !microIntervention.arrestMade()) {
            metrics.add(ARRESTS_AVOIDED);
        }
        return Contribution.counting(
                metrics,
                NewYork.day(microIntervention.occurredAt()),
                List.of(microIntervention.borough(), microIntervention.command(), microIntervention.type()));
    }
}
