package org.parley.starter.outbox;

/**
 * A document as it was read or just written.
 *
 * @param version counts its changes from 1; sending its events doesn't change it
 */
public record Held<T>(String id, long version, T state, Envelope envelope) {}
