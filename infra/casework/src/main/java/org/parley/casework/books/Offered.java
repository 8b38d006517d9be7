package org.parley.casework.books;

import java.util.ArrayList;
import java.util.List;

/** An offer of a referral to a center, and all that came of it. Guarded by its account. */
final class Offered {

    enum State {
        PENDING,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    final int number;
    final String center;
    final List<String> steps = new ArrayList<>();
    State state = State.PENDING;
    /** The precinct is about to take the referral back: that is no expiry. */
    boolean takenBack;

    String reason = "";

    Offered(int number, String center) {
        this.number = number;
        this.center = center;
    }

    void decided(State decision, String why) {
        state = decision;
        reason = why;
    }

    /** As an audit compares it. */
    String inWords() {
        return (number + " " + center + " " + state + " " + reason).strip();
    }
}
