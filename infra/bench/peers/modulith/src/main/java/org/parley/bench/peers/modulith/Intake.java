package org.parley.bench.peers.modulith;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Intake {

    private final Referrals referrals;
    private final ApplicationEventPublisher events;

    Intake(Referrals referrals, ApplicationEventPublisher events) {
        this.referrals = referrals;
        this.events = events;
    }

    /** Saved, and the event registered, in one transaction; Kafka gets it after that. */
    @Transactional
    public Referral submit(Submission submission) {
        var id = UUID.nameUUIDFromBytes(submission.reference().getBytes(StandardCharsets.UTF_8))
                .toString();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var saved = referrals.save(new Referral(id, null, "SUBMITTED", now, submission));
        events.publishEvent(ReferralSubmitted.of(saved));
        return saved;
    }
}
