package org.parley.referral.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells an endpoint something without meaning, so that its subscriber sees whether it would hear the rest. */
@Component
public final class TestEvents {

    private final Endpoints endpoints;
    private final WebhookSender sender;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    TestEvents(Endpoints endpoints, WebhookSender sender, Clock clock) {
        this.endpoints = endpoints;
        this.sender = sender;
        this.clock = clock;
    }

    public sealed interface Tested {

        record Answered(Answer answer) implements Tested {}

        record NoEndpoint() implements Tested {}

        /** One at a time: a slow endpoint must not take up the service's own time. */
        record UnderWay() implements Tested {}
    }

    /** Also when it is disabled: that is how to see whether it is well again. */
    public Tested send(String subscriber) {
        if (!underWay.add(subscriber)) {
            return new Tested.UnderWay();
        }
        try {
            Optional<Tested> tested = endpoints
                    .find(subscriber)
                    .map(endpoint -> sender.test(endpoint, TestNotice.of(subscriber, clock.instant())))
                    .map(Tested.Answered::new);
            return tested.orElseGet(Tested.NoEndpoint::new);
        } finally {
            underWay.remove(subscriber);
        }
    }
}
