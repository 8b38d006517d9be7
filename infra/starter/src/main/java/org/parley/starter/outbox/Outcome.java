package org.parley.starter.outbox;

/**
 * The answer of a decision and the document as it stands after it.
 *
 * @param held with the new state and version when the decision wrote, as read when it did not
 */
public record Outcome<T, R>(R answer, Held<T> held) {}
