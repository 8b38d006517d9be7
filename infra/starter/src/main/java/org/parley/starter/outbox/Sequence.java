package org.parley.starter.outbox;

/**
 * The number of an event within its aggregate: 1, 2, 3 … A store restored from a backup starts a new epoch, which is
 * the number's high part, so that no number is used twice for different facts.
 */
final class Sequence {

    private static final int COUNT_BITS = 40;

    private Sequence() {}

    static long after(long last, long epoch) {
        return (last >>> COUNT_BITS) < epoch ? (epoch << COUNT_BITS) + 1 : last + 1;
    }
}
