package org.parley.referral.keys;

import java.time.Clock;
import java.time.Duration;
import org.parley.starter.store.StoreTime;
import org.parley.starter.work.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Makes the intake keys in time, and destroys them in time, from the start on. Every copy of the service does it. */
@Component
final class KeyRotation extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final IntakeKeys keys;
    private final Duration poll;
    private final Clock clock;
    private final StoreTime storeTime;
    private final Duration tolerance;

    KeyRotation(
            IntakeKeys keys,
            IntakeSettings settings,
            Clock clock,
            MongoTemplate mongo,
            @Value("${parley.referral.timekeeping.clock-tolerance:1m}") Duration tolerance) {
        super("intake-keys");
        this.keys = keys;
        this.poll = settings.poll();
        this.clock = clock;
        this.storeTime = new StoreTime(mongo);
        this.tolerance = tolerance;
    }

    @Override
    protected void round() {
        var now = clock.instant();
        var offset = storeTime.offset(now);
        keys.forgetWhatIsGone();
        if (offset.compareTo(tolerance) > 0) {
            // What a wrong clock destroys is lost.
            log.error("This copy's clock is {} from the store's: it makes and destroys no intake keys", offset);
            return;
        }
        keys.destroyOld(now);
        keys.published(now);
    }

    @Override
    protected Duration pause() {
        return poll;
    }
}
