package org.parley.faults.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.faults.history.Delivery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** {@code POST /hooks/{center}}: checked, written down, and only then answered. */
final class Hooks implements HttpHandler {

    static final String PATH = "/hooks/";

    private final Map<String, String> secrets;
    private final Whim whim;
    private final Consumer<Delivery> book;

    /**
     * @param secrets by center
     * @param book returns when the delivery can't be lost any more
     */
    Hooks(Map<String, String> secrets, Whim whim, Consumer<Delivery> book) {
        this.secrets = Map.copyOf(secrets);
        this.whim = whim;
        this.book = book;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var delivery = delivery(exchange);
            book.accept(delivery);
            if (delivery.answered() == 503) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(delivery.answered(), -1);
        }
    }

    private Delivery delivery(HttpExchange exchange) throws IOException {
        var center = exchange.getRequestURI().getPath().substring(PATH.length());
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var id = header(exchange.getRequestHeaders(), Webhook.UNBRANDED_MSG_ID_KEY);
        var signed = isSigned(center, exchange.getRequestHeaders(), body);
        var event = read(body);
        return new Delivery(
                center,
                id,
                event.path("type").asString(""),
                event.path("data").path("referral").asString(""),
                signed,
                body,
                signed ? whim.answer(id) : 401,
                Instant.now());
    }

    private boolean isSigned(String center, Headers headers, String body) {
        var secret = secrets.get(center);
        if (secret == null) {
            return false;
        }
        var signature = Stream.of(
                        Webhook.UNBRANDED_MSG_ID_KEY,
                        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                        Webhook.UNBRANDED_MSG_SIGNATURE_KEY)
                .collect(Collectors.toMap(name -> name, name -> List.of(header(headers, name))));
        try {
            new Webhook(secret).verify(body, signature);
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException | RuntimeException e) {
            return false;
        }
    }

    private static String header(Headers headers, String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }

    private static JsonNode read(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
