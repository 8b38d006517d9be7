package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import tools.jackson.databind.JsonNode;

/** A center changes the way in which it takes its referrals, while they keep coming. */
@ExtendWith(Patience.class)
class SwitchTest {

    private static final int MANY = 2_000;
    private static final int BATCH = 40;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final String scope = Backing.newScope();

    /** What the center's system does with each entry, whichever way it came: it knows an entry by its number. */
    private final Map<Long, String> actedOn = new ConcurrentHashMap<>();

    private final Map<String, AtomicInteger> acts = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();

    private void act(long n, String referral) {
        if (actedOn.putIfAbsent(n, referral) == null) {
            acts.computeIfAbsent(referral, _ -> new AtomicInteger()).incrementAndGet();
        } else {
            repeated.incrementAndGet();
        }
    }

    private void act(JsonNode entry) {
        act(entry.path("n").asLong(), entry.path("referral").asString());
    }

    private long last() {
        return actedOn.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Test
    void noneIsLostAndNoneActedOnTwice() throws IOException {
        try (var copy = Copies.start(
                        scope,
                        "parley.webhooks.allow-private=true",
                        "parley.webhooks.poll=50ms",
                        "parley.webhooks.retries=50ms,100ms,200ms,400ms,800ms,1s,1s,1s,1s,1s,1s,1s",
                        "parley.web.requests-per-second=0");
                var precincts = Executors.newSingleThreadExecutor()) {
            var port = Copies.port(copy);
            var nypi = Center.of(port, "nypi");
            var sent = ConcurrentHashMap.<String>newKeySet();
            precincts.execute(() -> stream(Precinct.of(port, "PCT-075"), sent));
            webhook(nypi, MANY / 4);
            polling(nypi, MANY / 2);
            listening(nypi, MANY * 3 / 4);
            webhook(nypi, MANY);
            assertThat(acts.keySet()).isEqualTo(Set.copyOf(sent)).hasSize(MANY);
            assertThat(acts.values()).allMatch(times -> times.get() == 1);
            assertThat(repeated.get()).as("came once more over the next way").isLessThan(MANY / 20);
        }
    }

    private static void stream(Precinct precinct, Set<String> sent) {
        for (var from = 0; from < MANY; from += BATCH) {
            var items = IntStream.range(from, from + BATCH)
                    .mapToObj(n -> Precinct.noise("switch-" + n))
                    .collect(Collectors.joining(","));
            var answers = precinct.api().post("/v1/referrals:batch", "{\"items\": [" + items + "]}");
            answers.body()
                    .path("items")
                    .forEach(item -> sent.add(item.path("referral").path("id").asString()));
        }
    }

    private void webhook(Center center, int until) throws IOException {
        try (var receiver = new Receiver()) {
            receiver.trusts(center.registers(receiver.url()).is(200).text("secret"));
            var read = new AtomicInteger();
            await().atMost(LONG).until(() -> {
                takes(receiver, read);
                return acts.size() >= until;
            });
            center.unregisters().is(204);
            takes(receiver, read);
        }
    }

    private void takes(Receiver receiver, AtomicInteger read) {
        while (read.get() < receiver.taken().size()) {
            act(receiver.taken().get(read.getAndIncrement()).path("data"));
        }
    }

    private void polling(Center center, int until) {
        await().atMost(LONG).until(() -> {
            center.unread().is(200).body().path("entries").forEach(this::act);
            center.acknowledges(last()).is(200);
            return acts.size() >= until;
        });
    }

    private void listening(Center center, int until) {
        try (var _ = Listener.of(center, null, this::act)) {
            await().atMost(LONG).until(() -> acts.size() >= until);
        }
        center.acknowledges(last()).is(200);
    }
}
