package org.parley.referral;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The only place where the clock is read for what happens to referrals. */
@Component
@EnableConfigurationProperties(Deadlines.class)
class Occasions {

    private final Clock clock;
    private final Deadlines deadlines;

    Occasions(Clock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    Instant now() {
        return clock.instant();
    }

    Occasion by(Actor actor) {
        return by(actor, now());
    }

    /** One of several at the same moment. */
    Occasion by(Actor actor, Instant now) {
        return new Occasion(actor, now, deadlines);
    }
}
