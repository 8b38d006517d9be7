package org.parley.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a session meets what is heard of its officers' certificates and of its referral, whichever comes first. A session
 * that misses something is noted where that will come in, and then looks again; what comes in is kept, and then those
 * noted look again. So one of the two sees the other, and nothing is searched for.
 */
@Component
public class Meetings implements OutboxFollower {

    private static final Set<String> FOLLOWED = Set.of("org.parley.session.logged.v1", "org.parley.session.amended.v1");

    private record Told(Missing session) {}

    private record Missing(
            UUID id,
            List<UUID> officers,
            @Nullable UUID referral,
            CertificateCheck certificate,
            ReferralMatch referralMatch) {

        boolean certificateMissing() {
            return certificate == CertificateCheck.MISSING;
        }
    }

    private final SessionManagement sessions;
    private final Certificates certificates;
    private final Waiting waiting;
    private final JsonMapper json;

    Meetings(SessionManagement sessions, Certificates certificates, Waiting waiting, JsonMapper json) {
        this.sessions = sessions;
        this.certificates = certificates;
        this.waiting = waiting;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return FOLLOWED.contains(type);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var missing = json.readValue(entry.data(), Told.class).session();
        if (missing.certificateMissing()) {
            certificates.wait(missing.id(), missing.officers());
        }
        if (missing.referral() != null && missing.referralMatch().isOpen()) {
            waiting.add(missing.id(), missing.referral());
        }
        if (missing.certificateMissing() || missing.referralMatch().isOpen()) {
            lookAgain(missing.id());
        }
    }

    /** More is known of the certificates of these officers. */
    public void certified(Collection<UUID> officers) {
        certificates.waitingFor(officers).forEach(this::lookAgain);
    }

    /** More is known of these referrals. */
    public void heardOf(Collection<String> referrals) {
        waiting.waitingFor(referrals).forEach(this::lookAgain);
    }

    private void lookAgain(UUID id) {
        sessions.lookAgain(id).ifPresent(session -> {
            var report = session.report();
            if (!session.counts() || session.certificate() != CertificateCheck.MISSING) {
                certificates.waitNoMore(id, report.officers());
            }
            if (report.referral() != null
                    && (!session.counts() || !session.referralMatch().isOpen())) {
                waiting.remove(id, report.referral());
            }
        });
    }
}
