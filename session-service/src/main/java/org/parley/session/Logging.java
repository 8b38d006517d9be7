package org.parley.session;

import java.util.List;
import org.parley.starter.outbox.Held;

/** What became of a log that was sent in. */
public sealed interface Logging<T> {

    /** It is new. */
    record Logged<T>(Held<T> held) implements Logging<T> {}

    /** The same log was there. */
    record Repeated<T>(Held<T> held) implements Logging<T> {}

    /** Another log has this id. */
    record Conflicting<T>() implements Logging<T> {}

    /** It breaks rules. */
    record Refused<T>(List<Breach> breaches) implements Logging<T> {}

    /** Its sender may not log it. */
    record Forbidden<T>() implements Logging<T> {}
}
