package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.ARRESTS_AVOIDED;
import static org.parley.reporting.Metric.ARRESTS_LIKELY;
import static org.parley.reporting.Metric.MICRO_INTERVENTIONS;
import static org.parley.reporting.Metric.MICRO_INTERVENTION_OUTCOMES;
import static org.parley.reporting.Metric.MICRO_INTERVENTION_TECHNIQUES;
import static org.parley.reporting.Metric.MICRO_INTERVENTION_TECHNIQUE_GROUPS;
import static org.parley.reporting.Metric.VOLUNTARY_COMPLIANCE;

import java.time.Instant;
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
            List<String> techniques,
            String outcome,
            boolean arrestWasLikely,
            boolean arrestMade,
            @Nullable String voidReason) {
        MicroIntervention {
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(occurredAt);
            techniques = List.copyOf(techniques);
            requireNonNull(outcome);
        }
    }

    @Override
    public Contribution contribution() {
        if (microIntervention.voidReason() != null) {
            return Contribution.NONE;
        }
        var outcome = microIntervention.outcome();
        var adding = Contribution.on(
                        NewYork.day(microIntervention.occurredAt()),
                        List.of(microIntervention.borough(), microIntervention.command(), microIntervention.type()))
                .one(MICRO_INTERVENTIONS)
                .one(MICRO_INTERVENTION_OUTCOMES, outcome);
        if (outcome.equals("VOLUNTARY_COMPLIANCE")) {
            adding.one(VOLUNTARY_COMPLIANCE);
        }
        if (microIntervention.arrestWasLikely()) {
            adding.one(ARRESTS_LIKELY);
            if (!microIntervention.arrestMade()) {
                adding.one(ARRESTS_AVOIDED);
            }
        }
        var techniques = microIntervention.techniques();
        techniques.forEach(technique -> adding.one(MICRO_INTERVENTION_TECHNIQUES, technique));
        TechniqueGroups.of(techniques)
                .forEach(group -> adding.one(MICRO_INTERVENTION_TECHNIQUE_GROUPS, group, outcome));
        return adding.done();
    }
}
