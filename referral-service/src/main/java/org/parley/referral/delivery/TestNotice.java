package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** What a webhook carries when its center wants to know whether it works: nothing that has to be done. */
record TestNotice(
        String specversion,
        String id,
        URI source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {

    record Data(String center) {}

    static TestNotice of(String center, Instant now) {
        return new TestNotice(
                "1.0",
                center + "/test-" + UUID.randomUUID(),
                URI.create("/parley/referral-service"),
                "org.parley.inbox.test.v1",
                center,
                now,
                "application/json",
                new Data(center));
    }
}
