package org.parley.reporting.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.reporting.MetricGroup;
import org.parley.starter.consume.Refused;

/** The event types of the topics read here: those that count, with what of them does, and those that don't. */
final class EventTypes {

    /** Nothing is counted of an enrollment yet; its certificate and its training are. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "org.parley.enrollment.enrolled.v1",
            "org.parley.enrollment.withdrawn.v1",
            "org.parley.enrollment.completed.v1",
            "org.parley.enrollment.ended.v1");

    private static final Map<String, MetricGroup> COUNTED = new HashMap<>();

    static {
        for (var group : MetricGroup.values()) {
            group.events().forEach(type -> COUNTED.put(type, group));
        }
    }

    private EventTypes() {}

    /** Empty for a type of which nothing is counted. */
    static Optional<MetricGroup> group(String type) {
        var group = COUNTED.get(type);
        if (group == null && !NOT_COUNTED.contains(type)) {
            throw new Refused("UNKNOWN_TYPE", "Not a type of event that is known here");
        }
        return Optional.ofNullable(group);
    }

    static Class<? extends Counted> record(MetricGroup group) {
        return switch (group) {
            case REFERRALS -> ReferralEvent.class;
            case SESSIONS -> SessionEvent.class;
            case MICRO_INTERVENTIONS -> MicroInterventionEvent.class;
            case CERTIFICATES -> CertificateEvent.class;
            case TRAININGS -> TrainingEvent.class;
            case EVALUATIONS -> EvaluationEvent.class;
        };
    }
}
