package org.parley.referral;

/** What became of a submission. */
public sealed interface Submitted {

    record Fresh(Current current) implements Submitted {}

    /** The same was submitted before. */
    record Repeated(Current current) implements Submitted {}

    /** Something else was submitted under this reference or key before. */
    record KeyReused() implements Submitted {}
}
