package org.parley.referral;

import java.time.Instant;

/** Who does something to a referral, when, and how much time what comes next may take. */
record Occasion(Actor actor, Instant now, Deadlines deadlines) {

    /** What the platform itself does on the same occasion. */
    Occasion system() {
        return new Occasion(Actor.SYSTEM, now, deadlines);
    }
}
