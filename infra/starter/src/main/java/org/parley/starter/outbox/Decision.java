package org.parley.starter.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a use case decided on a document: an answer, and perhaps a new state with what happened.
 *
 * @param state the state to write, or null when nothing changes
 */
public record Decision<T, R>(R answer, @Nullable T state, List<Fact> facts) {

    public Decision {
        facts = List.copyOf(facts);
        if (state == null && !facts.isEmpty()) {
            throw new IllegalArgumentException("Facts need the state they led to");
        }
    }

    /** Nothing changes. */
    public static <T, R> Decision<T, R> keep(R answer) {
        return new Decision<>(answer, null, List.of());
    }

    public static <T, R> Decision<T, R> write(R answer, T state, Fact... facts) {
        return new Decision<>(answer, state, List.of(facts));
    }

    public static <T, R> Decision<T, R> write(R answer, T state, List<Fact> facts) {
        return new Decision<>(answer, state, facts);
    }
}
