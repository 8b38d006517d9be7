package org.parley.referral.http;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.EndpointRequest;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoint;
import org.parley.referral.delivery.Endpoints;
import org.parley.starter.web.ProblemException;

/** Where a webhook goes, whoever its subscriber is. */
final class EndpointAnswers {

    private final Endpoints endpoints;
    private final DeliveryLog log;

    EndpointAnswers(Endpoints endpoints, DeliveryLog log) {
        this.endpoints = endpoints;
        this.log = log;
    }

    /**
     * @param reason of being disabled
     * @param stateSince when it was enabled or disabled
     * @param failingSince the first failure after the last success
     * @param secret only in the answer to the request that made it
     */
    record EndpointView(
            URI url,
            Instant since,
            Endpoint.State state,
            Endpoint.@Nullable Reason reason,
            Instant stateSince,
            @Nullable Instant failingSince,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "EndpointView";
        }
    }

    EndpointView find(String subscriber) {
        return endpoints.find(subscriber).map(endpoint -> view(endpoint, null)).orElseThrow(ProblemException::notFound);
    }

    EndpointView put(String subscriber, EndpointRequest request) {
        var url = endpoints
                .acceptable(request.url())
                .orElseThrow(() -> ProblemException.invalid("/url", "must be an https URL of a public host"));
        var registered = endpoints.put(subscriber, url, request.secret());
        return view(registered.endpoint(), registered.freshSecret());
    }

    EndpointView rotateSecret(String subscriber) {
        return endpoints
                .rotateSecret(subscriber)
                .map(rotated -> view(rotated.endpoint(), rotated.freshSecret()))
                .orElseThrow(ProblemException::notFound);
    }

    void remove(String subscriber) {
        endpoints.remove(subscriber);
    }

    private EndpointView view(Endpoint endpoint, @Nullable String secret) {
        return new EndpointView(
                endpoint.url(),
                endpoint.since(),
                endpoint.state(),
                endpoint.reason(),
                endpoint.stateSince(),
                log.failingSince(endpoint).orElse(null),
                secret);
    }
}
