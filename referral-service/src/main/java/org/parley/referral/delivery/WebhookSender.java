package org.parley.referral.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes one delivery, signed as Standard Webhooks ask. */
@Component
class WebhookSender {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

    private final Endpoints endpoints;
    private final Exchange exchange;
    private final JsonMapper json;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CircuitBreakerRegistry breakers;
    private final WebhookSettings settings;

    WebhookSender(
            Endpoints endpoints,
            Exchange exchange,
            JsonMapper json,
            WebhookSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.endpoints = endpoints;
        this.exchange = exchange;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /** Empty when it was not made: the endpoint has failed so often that it is given a rest. */
    Optional<Answer> send(Endpoint endpoint, FeedEntry entry) {
        var breaker = breakers.circuitBreaker(endpoint.subscriber());
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        var answer = exchange.post(request(endpoint, entry.id(), Notice.of(entry, settings.publicUrl())));
        told(breaker, answer);
        if (!answer.taken()) {
            log.warn("Delivery {} failed: {}", entry.id(), answer);
        }
        meters.timer("parley.webhooks.deliveries", tags(entry.center(), answer.taken()))
                .record(answer.took());
        return Optional.of(answer);
    }

    private static Tags tags(String subscriber, boolean taken) {
        var command = Feed.commandOf(subscriber);
        return Tags.of(
                "center", command.isEmpty() ? subscriber : "none",
                "command", command.orElse("none"),
                "taken", String.valueOf(taken));
    }

    /** Whatever has happened before: it is asked for by whoever wants to know. */
    Answer test(Endpoint endpoint, TestNotice notice) {
        return exchange.post(request(endpoint, notice.id(), notice));
    }

    private static void told(CircuitBreaker breaker, Answer answer) {
        var took = answer.took().toNanos();
        if (answer.taken()) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(answer.toString()));
        }
    }

    private HttpPost request(Endpoint endpoint, String id, Record notice) {
        var body = json.writeValueAsString(notice);
        var seconds = clock.instant().getEpochSecond();
        var request = new HttpPost(endpoint.url());
        request.setEntity(
                new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.parse(Notice.MEDIA_TYPE)));
        request.setHeader(Webhook.UNBRANDED_MSG_ID_KEY, id);
        request.setHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds));
        request.setHeader(
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                endpoints.secrets(endpoint).stream()
                        .map(secret -> signature(secret, id, seconds, body))
                        .collect(Collectors.joining(" ")));
        return request;
    }

    private static String signature(String secret, String id, long seconds, String body) {
        try {
            return new Webhook(secret).sign(id, seconds, body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("Could not sign", e);
        }
    }
}
