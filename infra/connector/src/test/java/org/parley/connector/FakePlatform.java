package org.parley.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.parley.connector.delivery.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Issuer and referral-service behind one port, as the contract has them, and with faults on request. */
public final class FakePlatform implements AutoCloseable {

    /** What happens to the next call of {@code /v1/referrals}. */
    public enum Fault {
        BUSY,
        UNAVAILABLE,
        BROKEN,
        LOST_BEFORE,
        LOST_AFTER,
        UNAVAILABLE_AFTER,
        TOKEN_EXPIRED
    }

    private record Kept(JsonNode body, Instant submittedAt) {}

    private static final String SECRET = "Basic Y29ubmVjdG9yOmNvbm5lY3Rvcg==";

    private final Map<String, Kept> referrals = new ConcurrentHashMap<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<Instant> calls = new ArrayList<>();
    private volatile String goodToken = "token-0";
    private volatile int tokens;
    private volatile boolean answersLookups = true;
    private final int port;
    private @Nullable HttpServer server;

    public FakePlatform() {
        server = started(0);
        port = server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Platform as(String client, String secret) {
        return new Platform(uri(), uri(), client, secret);
    }

    public void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    public void expireToken() {
        goodToken = "none";
    }

    public void hideReferrals() {
        answersLookups = false;
    }

    /** As if somebody had posted it that long ago. */
    public void had(String reference, JsonNode body, Duration ago) {
        referrals.put(reference, new Kept(body, Instant.now().minus(ago)));
    }

    public Map<String, JsonNode> referrals() {
        var bodies = new ConcurrentHashMap<String, JsonNode>();
        referrals.forEach((reference, kept) -> bodies.put(reference, kept.body()));
        return bodies;
    }

    /** When {@code POST /v1/referrals} was called. */
    public List<Instant> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public int tokensGiven() {
        return tokens;
    }

    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop(0);
        }
    }

    public void start() {
        server = started(port);
    }

    @Override
    public void close() {
        stop();
    }

    private HttpServer started(int on) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), on), 100);
            http.createContext("/oauth2/token", this::token);
            http.createContext("/v1/referrals", this::referrals);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!SECRET.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !asked.equals("grant_type=client_credentials")) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        synchronized (this) {
            tokens++;
            goodToken = "token-" + tokens;
        }
        answer(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(goodToken));
    }

    private void referrals(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            synchronized (calls) {
                calls.add(Instant.now());
            }
        }
        var fault = faults.poll();
        switch (fault) {
            case BUSY -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, "");
            }
            case UNAVAILABLE -> answer(exchange, 503, "");
            case BROKEN -> answer(exchange, 500, "");
            case LOST_BEFORE -> exchange.close();
            case LOST_AFTER -> {
                keep(sent);
                exchange.close();
            }
            case UNAVAILABLE_AFTER -> {
                keep(sent);
                answer(exchange, 503, "");
            }
            case TOKEN_EXPIRED -> answer(exchange, 401, "");
            case null -> {
                if (!("Bearer " + goodToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    answer(exchange, 401, "");
                } else if (exchange.getRequestMethod().equals("POST")) {
                    post(exchange, sent);
                } else {
                    lookUp(exchange);
                }
            }
        }
    }

    private void post(HttpExchange exchange, byte[] sent) throws IOException {
        var body = JsonMapper.shared().readTree(sent);
        var known = referrals.get(body.path("reference").asString());
        if (known != null && !known.body().equals(body)) {
            problem(exchange, "key-reused", "/reference", "other-body");
        } else if (body.path("type").asString().equals("PETS")) {
            problem(exchange, "invalid-field", "/type", "unknown");
        } else {
            var fresh = keep(sent);
            answer(exchange, fresh ? 201 : 200, view(body.path("reference").asString()));
        }
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        var reference = exchange.getRequestURI().getQuery().substring("reference=".length());
        var found = answersLookups && referrals.containsKey(reference);
        answer(exchange, 200, "{\"items\":[%s]}".formatted(found ? view(reference) : ""));
    }

    private boolean keep(byte[] sent) {
        var body = JsonMapper.shared().readTree(sent);
        return referrals.putIfAbsent(body.path("reference").asString(), new Kept(body, Instant.now())) == null;
    }

    private String view(String reference) {
        var kept = referrals.get(reference);
        return "{\"reference\":\"%s\",\"submittedAt\":\"%s\"}".formatted(reference, kept.submittedAt());
    }

    private static void problem(HttpExchange exchange, String slug, String field, String rule) throws IOException {
        answer(
                exchange,
                422,
                "{\"type\":\"urn:parley:problem:%s\",\"status\":422,\"errors\":[{\"field\":\"%s\",\"rule\":\"%s\"}]}"
                        .formatted(slug, field, rule));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
