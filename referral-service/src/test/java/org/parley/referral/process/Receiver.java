package org.parley.referral.process;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A center's or a command's own server: takes what is signed with its secret, and can be told to fail. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> attempted = new CopyOnWriteArrayList<>();
    private final List<String> raw = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger unsigned = new AtomicInteger();
    private volatile int answer = 204;
    private volatile @Nullable String secret;
    private volatile String refused = "";
    private volatile @Nullable String patience;
    private volatile CountDownLatch open = new CountDownLatch(0);

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/hook", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void trusts(String newSecret) {
        secret = newSecret;
    }

    void answers(int status) {
        answer = status;
        patience = null;
    }

    /** With a Retry-After. */
    void answers(int status, String retryAfter) {
        answer = status;
        patience = retryAfter;
    }

    /** Whoever comes waits until it answers. */
    void hesitates() {
        open = new CountDownLatch(1);
    }

    void answersAtLast() {
        open.countDown();
    }

    /** Only of this type; nothing when empty. */
    void refuses(String type) {
        refused = type;
    }

    List<JsonNode> taken() {
        return taken;
    }

    /** Every delivery as it came over the wire. */
    List<String> raw() {
        return raw;
    }

    /** Ids in the order of the attempts, failed ones included. */
    List<String> attempted() {
        return attempted;
    }

    /** Of each attempt. */
    List<String> signatures() {
        return signatures;
    }

    /** The types of what it has taken about a referral, in order. */
    List<String> toldOf(UUID referral) {
        return taken.stream()
                .filter(notice -> notice.path("subject").asString().equals(referral.toString()))
                .map(notice -> notice.path("type").asString())
                .toList();
    }

    int unsigned() {
        return unsigned.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        raw.add(headers + body);
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")));
        attempted.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
        wait(open);
        if (!isSigned(body, headers)) {
            unsigned.incrementAndGet();
            exchange.sendResponseHeaders(401, -1);
        } else {
            var type = JsonMapper.shared().readTree(body).path("type").asString();
            var status = type.equals(refused) ? 503 : answer;
            if (status < 300) {
                taken.add(JsonMapper.shared().readTree(body));
            } else if (status < 400) {
                exchange.getResponseHeaders().add("Location", url());
            }
            if (patience != null) {
                exchange.getResponseHeaders().add("Retry-After", patience);
            }
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whenever that was: the service's clock may be put forward. */
    private boolean isSigned(String body, Map<String, List<String>> headers) {
        try {
            var seconds = Long.parseLong(headers.get("webhook-timestamp").getFirst());
            var expected = new Webhook(String.valueOf(secret))
                    .sign(headers.get("webhook-id").getFirst(), seconds, body);
            return List.of(headers.get("webhook-signature").getFirst().split(" ", -1))
                    .contains(expected);
        } catch (WebhookSigningException | EmptyWebhookSecretException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        answersAtLast();
        server.stop(0);
    }
}
