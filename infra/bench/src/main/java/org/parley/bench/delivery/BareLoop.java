package org.parley.bench.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.parley.bench.harness.Canary;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Load;

/**
 * What one would write first: as many requests to the same endpoints, signed as well, each sent once and at its time with
 * {@code HttpClient}. It remembers nothing and tries nothing again.
 */
final class BareLoop implements Contender {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Mix mix;
    private final Receiving receiving;
    private final Bounds bounds;
    private final Set<String> fine;
    private final double perSecond;
    private final long requests;

    BareLoop(Mix mix, Receiving receiving, Bounds bounds, double perSecond, long requests) {
        this.mix = mix;
        this.receiving = receiving;
        this.bounds = bounds;
        this.fine = mix.fine().stream().map(Hook::center).collect(Collectors.toSet());
        this.perSecond = perSecond;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "bare HttpClient loop";
    }

    @Override
    public Figures round() throws Exception {
        var urls = receiving.behave(mix.hooks());
        var next = new AtomicInteger();
        var intended = new ConcurrentLinkedQueue<Offer>();
        var clock = System.currentTimeMillis() * 1_000 - System.nanoTime() / 1_000;
        try (var canary = new Canary();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build()) {
            var load = Load.open(1, perSecond, requests, _ -> meant -> {
                var number = next.getAndIncrement();
                var hook = mix.inTurn(number);
                var at = clock + meant / 1_000;
                var offer = new Offer(UUID.randomUUID().toString(), hook.center(), at, at);
                if (hook.isFine()) {
                    intended.add(offer);
                }
                threads.execute(() -> send(client, urls, hook, offer, number));
            });
            bounds.onTime(load.latency());
            receiving.await(intended.size());
            var figures = Figures.rate(load.perSecond()).and(canary.figures());
            bounds.check(canary);
            return figures.and(figures(intended));
        }
    }

    /** It goes on asking those that are gone or ask for patience, so only the good ones are looked at. */
    private Figures figures(Collection<Offer> offers) {
        var receipts = receiving.receipts().stream()
                .filter(receipt -> fine.contains(receipt.center()))
                .toList();
        return new Books(mix.fine(), offers, receipts).check().figures();
    }

    private static void send(HttpClient client, Map<String, URI> urls, Hook hook, Offer offer, int number) {
        try {
            client.send(
                    request(
                            Objects.requireNonNull(urls.get(hook.center())),
                            hook.center() + "/" + number,
                            body(offer, number)),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            // It is one of the bad ones; had a good one not got it, the books would tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(URI url, String id, String body) {
        var seconds = Instant.now().getEpochSecond();
        try {
            return HttpRequest.newBuilder(url)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/cloudevents+json")
                    .header(Webhook.UNBRANDED_MSG_ID_KEY, id)
                    .header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds))
                    .header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, new Webhook(Hook.SECRET).sign(id, seconds, body))
                    .POST(BodyPublishers.ofString(body))
                    .build();
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(Offer offer, int number) {
        return """
                {"specversion":"1.0","id":"%1$s/%3$d","source":"/parley/referral-service",\
                "type":"org.parley.inbox.offer.v1","subject":"%2$s","time":"2026-01-02T03:30:00.000Z",\
                "datacontenttype":"application/json","data":{"center":"%1$s","n":%3$d,"referral":"%2$s","offer":1,\
                "link":"http://127.0.0.1:8083/v1/centers/%1$s/referrals/%2$s"}}""".formatted(offer.center(), offer.referral(), number);
    }
}
