package org.parley.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.VoidRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the centers' systems do at referral-service. */
final class Centers {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI address;
    private final String token;
    private final MongoCollection<Document> deliveries;

    Centers(Ground ground, URI address) {
        this.address = address;
        this.token = ground.token("centers");
        this.deliveries =
                ground.mongo().getDatabase(ground.database("referral-service")).getCollection("deliveries");
    }

    void register(Collection<Hook> hooks, Map<String, URI> urls) {
        for (var hook : hooks) {
            ask(
                    hook,
                    "PUT",
                    "/endpoint",
                    "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(urls.get(hook.center()), Hook.SECRET));
        }
    }

    /** Returns when nobody is on the way to them any more. */
    void unregister(Collection<Hook> hooks) {
        hooks.forEach(hook -> ask(hook, "DELETE", "/endpoint", ""));
        var ids = hooks.stream().map(Hook::center).toList();
        var leased = new Document("_id", new Document("$in", ids));
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (deliveries.find(leased).into(new HashSet<>()).stream()
                .anyMatch(one -> one.getDate("until").toInstant().isAfter(Instant.now()))) {
            VoidRun.unless(System.nanoTime() < until, "endpoints that were removed are still served");
            LockSupport.parkNanos(500_000_000);
        }
    }

    /** What waits in the inbox, which is acknowledged: the next round has nothing to do with it. */
    Set<String> emptyInbox(Hook hook) {
        var referrals = new HashSet<String>();
        var last = 0L;
        for (var page = inbox(hook); !page.path("entries").isEmpty(); page = inbox(hook)) {
            page.path("entries")
                    .forEach(entry -> referrals.add(entry.path("referral").asString()));
            last = page.path("next").asLong();
            ask(hook, "POST", "/inbox/ack", "{\"upTo\":" + last + "}");
        }
        return referrals;
    }

    private JsonNode inbox(Hook hook) {
        return ask(hook, "GET", "/inbox?limit=" + PAGE, "");
    }

    private JsonNode ask(Hook hook, String method, String path, String body) {
        try (var connection = new Connection(address)) {
            var head = connection.head(
                    method,
                    "/v1/centers/" + hook.center() + path,
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json");
            var answer = connection.send(head, body.getBytes(UTF_8));
            VoidRun.unless(
                    answer.status() / 100 == 2,
                    "%s %s of %s was answered %d: %s",
                    method,
                    path,
                    hook.center(),
                    answer.status(),
                    answer.text());
            return JsonMapper.shared().readTree(answer.body().length == 0 ? "{}".getBytes(UTF_8) : answer.body());
        } catch (IOException e) {
            throw new VoidRun("referral-service does not answer", e);
        }
    }
}
