package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** What a webhook carries when its subscriber wants to know whether it works: nothing that has to be done. */
record TestNotice(
        String specversion,
        String id,
        URI source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {

    sealed interface Data {}

    record ToCenter(String center) implements Data {}

    record ToCommand(String command) implements Data {}

    static TestNotice of(String subscriber, Instant now) {
        var command = Feed.commandOf(subscriber);
        return new TestNotice(
                "1.0",
                subscriber + "/test-" + UUID.randomUUID(),
                URI.create("/parley/referral-service"),
                "org.parley.inbox.test.v1",
                command.orElse(subscriber),
                now,
                "application/json",
                command.<Data>map(ToCommand::new).orElseGet(() -> new ToCenter(subscriber)));
    }
}
