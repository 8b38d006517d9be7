package org.parley.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mediation session that was logged: what was reported, and what the service adds to it. The borough is kept as it was
 * at the time, since commands change.
 */
public record Session(
        @JsonUnwrapped SessionReport report, String borough, CertificateCheck certificate, Instant loggedAt) {

    /** The same report again is the same session, whatever has been looked up about it since. */
    boolean repeats(SessionReport other) {
        return report.equals(other);
    }

    /** What the world learns when a session was logged: the whole of it. */
    public record Logged(Actor actor, @Nullable String reason, State session) {

        static final String TYPE = "org.parley.session.logged.v1";

        record State(UUID id, @JsonUnwrapped Session session) {}

        static Logged by(Actor actor, UUID id, Session session) {
            return new Logged(actor, null, new State(id, session));
        }
    }
}
