package org.parley.referral.ui;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Endpoint;
import org.parley.referral.delivery.Endpoint.Reason;
import org.parley.referral.delivery.Endpoint.State;

/**
 * A center's endpoint as its page shows it.
 *
 * @param label how it stands, in a word or two
 * @param standing the same at length
 * @param former until when a secret that was replaced signs, too; null when none does
 */
record EndpointCard(
        String url,
        boolean disabled,
        boolean failing,
        String label,
        String standing,
        @Nullable String former) {

    private static final String NOTHING_SENT =
            " Nothing is sent there. What is new waits in the inbox until you enable the endpoint again.";

    static EndpointCard of(Endpoint endpoint, Optional<Instant> failingSince, Words words) {
        var url = endpoint.url().toString();
        var former = endpoint.formers().stream()
                .map(Endpoint.Former::until)
                .filter(until -> !words.isPast(until))
                .map(words::time)
                .findFirst()
                .orElse(null);
        if (endpoint.state() == State.DISABLED) {
            return new EndpointCard(url, true, false, "Disabled", why(endpoint, words) + NOTHING_SENT, former);
        }
        return failingSince
                .map(since -> new EndpointCard(
                        url,
                        false,
                        true,
                        "Failing",
                        "Every delivery has failed since " + words.time(since)
                                + ". It is tried again and again; if that goes on for days, the endpoint is disabled.",
                        former))
                .orElseGet(() -> new EndpointCard(
                        url,
                        false,
                        false,
                        "Enabled",
                        "Deliveries go there, and nothing is failing. It was set " + words.time(endpoint.since()) + ".",
                        former));
    }

    static String why(Endpoint endpoint, Words words) {
        var since = words.time(endpoint.stateSince());
        return endpoint.reason() == Reason.GONE
                ? "It said that it is gone (410), " + since + "."
                : "It had taken nothing for days, and was disabled " + since + ".";
    }
}
