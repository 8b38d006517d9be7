package org.parley.referral.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes one delivery: signed as Standard Webhooks ask, to a public address, without following anything it is told. */
@Component
class WebhookSender implements DisposableBean {

    enum Attempt {
        TAKEN,
        FAILED,
        /** Not made: the endpoint has failed so often that it is given a rest. */
        HELD_BACK
    }

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

    private final Endpoints endpoints;
    private final JsonMapper json;
    private final WebhookSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CloseableHttpClient http;
    private final CircuitBreakerRegistry breakers;

    WebhookSender(Endpoints endpoints, JsonMapper json, WebhookSettings settings, Clock clock, MeterRegistry meters) {
        this.endpoints = endpoints;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.http = client(settings);
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    Attempt send(Endpoint endpoint, FeedEntry entry) {
        var breaker = breakers.circuitBreaker(endpoint.center());
        if (!breaker.tryAcquirePermission()) {
            return Attempt.HELD_BACK;
        }
        var began = System.nanoTime();
        try (var response = http.executeOpen(null, request(endpoint, entry), null)) {
            var taken = response.getCode() / 100 == 2;
            return finished(breaker, began, taken, entry, "status " + response.getCode());
        } catch (IOException | RuntimeException e) {
            return finished(breaker, began, false, entry, e.getClass().getSimpleName());
        }
    }

    private Attempt finished(CircuitBreaker breaker, long began, boolean taken, FeedEntry entry, String what) {
        var took = System.nanoTime() - began;
        if (taken) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(what));
            log.warn("Delivery {} failed: {}", entry.id(), what);
        }
        meters.timer("parley.webhooks.deliveries", "center", entry.center(), "taken", String.valueOf(taken))
                .record(took, TimeUnit.NANOSECONDS);
        return taken ? Attempt.TAKEN : Attempt.FAILED;
    }

    private HttpPost request(Endpoint endpoint, FeedEntry entry) {
        var body = json.writeValueAsString(Notice.of(entry, settings.publicUrl()));
        var seconds = clock.instant().getEpochSecond();
        var request = new HttpPost(endpoint.url());
        request.setEntity(
                new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.parse(Notice.MEDIA_TYPE)));
        request.setHeader(Webhook.UNBRANDED_MSG_ID_KEY, entry.id());
        request.setHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds));
        try {
            var signature = new Webhook(endpoints.secret(endpoint)).sign(entry.id(), seconds, body);
            request.setHeader(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signature);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("Could not sign", e);
        }
        return request;
    }

    private static CloseableHttpClient client(WebhookSettings settings) {
        var timeout = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(settings.allowPrivate()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Parley-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
