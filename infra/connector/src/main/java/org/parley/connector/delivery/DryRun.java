package org.parley.connector.delivery;

import org.parley.connector.rows.Referral;

/** Sends nothing. */
public final class DryRun implements Delivery {

    @Override
    public Outcome deliver(Referral referral) {
        return new Outcome.Planned();
    }

    @Override
    public int width() {
        return 1;
    }
}
