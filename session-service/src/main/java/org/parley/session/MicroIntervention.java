package org.parley.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A de-escalation that was logged. Whether an arrest was likely and whether one was made are told separately. */
public record MicroIntervention(@JsonUnwrapped MicroInterventionReport report, String borough, Instant loggedAt) {

    boolean repeats(MicroInterventionReport other) {
        return report.equals(other);
    }

    /** What the world learns when a micro-intervention was logged: the whole of it. */
    public record Logged(Actor actor, @Nullable String reason, State microIntervention) {

        static final String TYPE = "org.parley.micro-intervention.logged.v1";

        record State(UUID id, @JsonUnwrapped MicroIntervention microIntervention) {}

        static Logged by(Actor actor, UUID id, MicroIntervention microIntervention) {
            return new Logged(actor, null, new State(id, microIntervention));
        }
    }
}
