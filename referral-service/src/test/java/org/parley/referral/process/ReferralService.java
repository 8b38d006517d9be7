package org.parley.referral.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.ParleyTest;

/** The whole service, with a second center in Brooklyn, webhooks to this machine allowed, and little patience. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Patience.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:two-centers.csv",
            "parley.webhooks.allow-private=true",
            "parley.webhooks.poll=100ms",
            "parley.webhooks.retries=100ms,200ms,500ms,1s,1s,1s,1s,1s,1s,1s,1s,1s",
            "parley.webhooks.breaker-pause=500ms"
        })
public @interface ReferralService {}
