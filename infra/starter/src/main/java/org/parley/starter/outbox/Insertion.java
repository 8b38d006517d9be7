package org.parley.starter.outbox;

/** What became of a new document: its id decides, so whoever comes second finds the first. */
public sealed interface Insertion<T> {

    Held<T> held();

    /** It is new. */
    record Inserted<T>(Held<T> held) implements Insertion<T> {}

    /** One with this id was there; nothing was written. */
    record Existing<T>(Held<T> held) implements Insertion<T> {}
}
