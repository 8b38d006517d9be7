package org.parley.connector.delivery;

import org.parley.connector.rows.Referral;

/** A way for referrals to go. */
public interface Delivery extends AutoCloseable {

    /** Finds out what can be found out before the first referral, such as that the client's secret is wrong. */
    default void open() throws IssuerRefused, InterruptedException {}

    /** Sends one and waits for what becomes of it; called from many threads. */
    Outcome deliver(Referral referral) throws InterruptedException;

    /** How many referrals may be under way at once. */
    int width();

    @Override
    default void close() {}
}
