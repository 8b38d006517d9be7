package org.parley.session.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.parley.session.Session;
import org.parley.starter.outbox.Held;

/** A session as its author reads it. */
record SessionView(UUID id, @JsonUnwrapped Session session, long version) {

    static SessionView from(Held<Session> held) {
        return new SessionView(UUID.fromString(held.id()), held.state(), held.version());
    }
}
