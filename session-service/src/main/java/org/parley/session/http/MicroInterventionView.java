package org.parley.session.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.parley.session.MicroIntervention;
import org.parley.starter.outbox.Held;

/** A micro-intervention as its officer reads it. */
record MicroInterventionView(UUID id, @JsonUnwrapped MicroIntervention microIntervention, long version) {

    static MicroInterventionView from(Held<MicroIntervention> held) {
        return new MicroInterventionView(UUID.fromString(held.id()), held.state(), held.version());
    }
}
