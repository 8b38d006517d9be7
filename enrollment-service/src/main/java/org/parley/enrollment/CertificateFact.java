package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.Fact;

/** What the world learns when something happened to a certificate: who did it, why, and the whole of it. */
record CertificateFact(Actor actor, @Nullable String reason, State certificate) {

    private static final String ISSUED = "org.parley.certificate.issued.v1";
    static final String REVOKED = "org.parley.certificate.revoked.v1";
    private static final String RENEWAL_DUE = "org.parley.certificate.renewal-due.v1";

    record State(UUID id, @JsonUnwrapped Certificate certificate) {}

    static Fact issued(UUID id, Certificate certificate) {
        return fact(ISSUED, Actor.SYSTEM, null, id, certificate);
    }

    static Fact revoked(UUID id, Certificate certificate, Actor actor, String reason) {
        return fact(REVOKED, actor, reason, id, certificate);
    }

    static Fact renewalDue(UUID id, Certificate certificate) {
        return fact(RENEWAL_DUE, Actor.SYSTEM, null, id, certificate);
    }

    private static Fact fact(String type, Actor actor, @Nullable String reason, UUID id, Certificate certificate) {
        return new Fact(type, id.toString(), new CertificateFact(actor, reason, new State(id, certificate)));
    }
}
