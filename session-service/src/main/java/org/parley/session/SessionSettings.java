package org.parley.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param certificatePolicy what happens to an officer-led session without a valid certificate
 * @param logWithin how long after it happened its author may still log it; a coordinator always may
 * @param matchWithin how long a session may wait for the referral it names before coordinators are shown it
 */
@ConfigurationProperties("parley.session")
public record SessionSettings(
        @DefaultValue("WARN") CertificatePolicy certificatePolicy,
        @DefaultValue("30d") Duration logWithin,
        @DefaultValue("14d") Duration matchWithin) {

    /** The breach of its period by a log that its author sends too late, if it is. */
    List<Breach> late(String field, Instant happenedAt, Author author, Instant now) {
        return new Breaches()
                .unless(
                        author.isCoordinator() || !happenedAt.isBefore(now.minus(logWithin)),
                        field,
                        "must not be more than " + logWithin.toDays() + " days ago; a coordinator can log it")
                .found();
    }
}
