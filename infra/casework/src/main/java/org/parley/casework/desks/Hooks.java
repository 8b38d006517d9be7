package org.parley.casework.desks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.casework.books.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where centers take webhooks, on this machine: {@code /casework/CENTER}. What isn't signed is not taken. */
public final class Hooks implements AutoCloseable {

    /** So that what an earlier run has left is known again. */
    static final String PATH = "/casework/";

    private static final Map<String, String> KINDS = Map.of(
            "org.parley.inbox.offer.v1", Entry.OFFER,
            "org.parley.inbox.offer-withdrawn.v1", Entry.OFFER_WITHDRAWN);

    private final HttpServer server;
    private final Map<String, Consumer<Entry>> desks = new ConcurrentHashMap<>();
    private final Map<String, Webhook> signatures = new ConcurrentHashMap<>();
    private final AtomicInteger unsigned = new AtomicInteger();

    public Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::handle);
        server.start();
    }

    /** @return the secret with which this center's deliveries have to be signed */
    String expect(String center, Consumer<Entry> desk) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var secret = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        try {
            signatures.put(center, new Webhook(secret));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
        desks.put(center, desk);
        return secret;
    }

    URI address(String center) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + center);
    }

    /** Deliveries without the right signature. */
    public int unsigned() {
        return unsigned.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var center = exchange.getRequestURI().getPath().substring(PATH.length());
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (isSigned(center, exchange, body)) {
                take(center, JsonMapper.shared().readTree(body));
                exchange.sendResponseHeaders(204, -1);
            } else {
                unsigned.incrementAndGet();
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private void take(String center, JsonNode event) {
        var data = event.path("data");
        var type = event.path("type").asString("");
        Objects.requireNonNull(desks.get(center))
                .accept(new Entry(
                        data.path("n").asLong(),
                        Objects.requireNonNullElse(KINDS.get(type), type),
                        UUID.fromString(data.path("referral").asString()),
                        data.path("offer").asInt(),
                        null,
                        URI.create(data.path("link").asString())));
    }

    private boolean isSigned(String center, HttpExchange exchange, String body) {
        var signature = signatures.get(center);
        if (signature == null) {
            return false;
        }
        var headers = Stream.of(
                        Webhook.UNBRANDED_MSG_ID_KEY,
                        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                        Webhook.UNBRANDED_MSG_SIGNATURE_KEY)
                .collect(Collectors.toMap(
                        name -> name,
                        name -> List.of(Objects.requireNonNullElse(
                                exchange.getRequestHeaders().getFirst(name), ""))));
        try {
            signature.verify(body, headers);
            return true;
        } catch (WebhookVerificationException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
