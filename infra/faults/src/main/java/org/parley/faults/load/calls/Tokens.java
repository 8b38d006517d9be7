package org.parley.faults.load.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A bearer token for each client, fetched again before it ends. Two may fetch at once; either token is good. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Token(String value, Instant renewAt) {}

    private final HttpClient http;
    private final URI issuer;
    private final Duration timeout;
    private final Map<String, Token> byClient = new ConcurrentHashMap<>();

    public Tokens(HttpClient http, URI issuer, Duration timeout) {
        this.http = http;
        this.issuer = issuer;
        this.timeout = timeout;
    }

    /** @throws IOException when the issuer does not give one now */
    public String of(String client) throws IOException, InterruptedException {
        var known = byClient.get(client);
        if (known != null && Instant.now().isBefore(known.renewAt())) {
            return known.value();
        }
        var fresh = fetch(client);
        byClient.put(client, fresh);
        return fresh.value();
    }

    /** A service did not take it. */
    void reject(String client, String value) {
        byClient.computeIfPresent(client, (_, known) -> known.value().equals(value) ? null : known);
    }

    /** The secret of a test client is its id. */
    private Token fetch(String client) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .timeout(timeout)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("no token for " + client + ": " + response.statusCode());
        }
        try {
            var body = JsonMapper.shared().readTree(response.body());
            var life = Duration.ofSeconds(body.path("expires_in").asLong(300));
            return new Token(
                    body.path("access_token").asString(),
                    Instant.now().plus(life).minus(MARGIN));
        } catch (JacksonException e) {
            throw new IOException("no token for " + client, e);
        }
    }
}
