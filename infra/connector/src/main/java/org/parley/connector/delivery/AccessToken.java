package org.parley.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The bearer token of the run (OAuth 2 client credentials), fetched when there is none and renewed before it ends. */
final class AccessToken {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final HttpClient http;
    private final Platform platform;
    private final ReentrantLock lock = new ReentrantLock();
    private String token = "";
    private Instant renewAt = Instant.MIN;

    AccessToken(HttpClient http, Platform platform) {
        this.http = http;
        this.platform = platform;
    }

    String current() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!Instant.now().isBefore(renewAt)) {
                fetch();
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** The platform didn't take this token, so the next caller gets another, unless somebody was quicker. */
    void reject(String refused) {
        lock.lock();
        try {
            if (token.equals(refused)) {
                renewAt = Instant.MIN;
            }
        } finally {
            lock.unlock();
        }
    }

    private void fetch() throws IOException, InterruptedException {
        // RFC 6749 2.3.1: id and secret are form-encoded first.
        var credentials =
                URLEncoder.encode(platform.client(), UTF_8) + ":" + URLEncoder.encode(platform.secret(), UTF_8);
        var request = HttpRequest.newBuilder(platform.issuer().resolve("/oauth2/token"))
                .timeout(PlatformClient.TIMEOUT)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        var body = json(response.body());
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw new IOException("the issuer answers " + response.statusCode());
        }
        var fresh = body.path("access_token").asString("");
        if (response.statusCode() != 200 || fresh.isEmpty()) {
            throw new IssuerRefused(
                    platform.client(), response.statusCode(), body.path("error").asString(""));
        }
        token = fresh;
        var lifetime = Duration.ofSeconds(body.path("expires_in").asLong(300));
        renewAt =
                Instant.now().plus(lifetime.compareTo(MARGIN.multipliedBy(2)) > 0 ? lifetime.minus(MARGIN) : lifetime);
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
