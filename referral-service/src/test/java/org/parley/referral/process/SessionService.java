package org.parley.referral.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.parley.testing.Topic;
import org.parley.testing.Topics;

/** Tells of sessions as session-service does: with the golden example of the contracts, changed where it matters. */
record SessionService(Topic topic) {

    static SessionService on(Topics topics) {
        return new SessionService(topics.named("parley.sessions.v1"));
    }

    UUID tells(UUID referral, String center, String outcome) {
        var session = UUID.randomUUID();
        tells(session, 1, referral, center, outcome);
        return session;
    }

    void tells(UUID session, long sequence, UUID referral, String center, String outcome) {
        var value = golden().replace("c2d4e6f8-1a3b-4c5d-9e7f-0a2b4c6d8e05", session.toString())
                .replace("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04", referral.toString())
                .replace("\"center\": \"nypi\"", "\"center\": \"" + center + "\"")
                .replace("AGREEMENT_ALL", outcome);
        send(session, sequence, "logged", value);
    }

    /** Another outcome of a session that was told of. */
    void amends(UUID session, long sequence, UUID referral, String outcome) {
        send(session, sequence, "amended", of(session, referral).replace("AGREEMENT_ALL", outcome));
    }

    void voids(UUID session, long sequence, UUID referral) {
        var value = of(session, referral).replace("\"voidReason\": null", "\"voidReason\": \"DUPLICATE\"");
        send(session, sequence, "voided", value);
    }

    private static String of(UUID session, UUID referral) {
        return golden().replace("c2d4e6f8-1a3b-4c5d-9e7f-0a2b4c6d8e05", session.toString())
                .replace("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04", referral.toString());
    }

    private void send(UUID session, long sequence, String happened, String value) {
        topic.send(
                session.toString(),
                value.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_type", "org.parley.session." + happened + ".v1",
                        "ce_subject", session.toString(),
                        "ce_sequence", Long.toString(sequence)));
    }

    static String golden() {
        try (var in =
                SessionService.class.getResourceAsStream("/contracts/examples/org.parley.session.logged.v1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
