package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A certificate that a later one had come after is the last one again when that is revoked: so it may be due. */
@Component
class RenewalsFollowRevocations implements OutboxFollower {

    private final Certificates certificates;
    private final JsonMapper json;

    RenewalsFollowRevocations(Certificates certificates, JsonMapper json) {
        this.certificates = certificates;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Revoked(Held certificate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Held(UUID officer) {}

    @Override
    public boolean follows(String type) {
        return type.equals(CertificateFact.REVOKED);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        certificates.renewalsAfterRevocation(
                json.readValue(entry.data(), Revoked.class).certificate().officer());
    }
}
