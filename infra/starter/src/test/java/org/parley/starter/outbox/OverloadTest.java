package org.parley.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.starter.Thing;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;

/** More is written than the relay can hold, so it and the sweep are at the same documents all the time. */
@ParleyTest(
        properties = {
            "parley.outbox.held=20",
            "parley.outbox.sweep-every=50ms",
            "parley.outbox.sweep-share=1",
            "parley.outbox.sweep-age=0s",
            "parley.outbox.retry-every=10ms"
        })
class OverloadTest {

    private static final int MANY = 4_000;

    @Autowired
    private Documents<Thing> things;

    @Autowired
    private Topics topics;

    @Test
    void eachEventIsSentOnceAllTheSame() {
        var ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(MANY).toList();
        try (var writers = Executors.newFixedThreadPool(16)) {
            ids.forEach(id -> writers.execute(
                    () -> things.insert(id, Thing.none(UUID.randomUUID()), List.of(new Fact(Thing.COUNTED, id, "x")))));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(times().keySet())
                        .containsAll(ids.stream().map(id -> id + ":1").toList()));
        assertThat(times()).allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
    }

    private HashMap<String, Integer> times() {
        var times = new HashMap<String, Integer>();
        topics.named("things.v1")
                .records()
                .forEach(record -> times.merge(Topic.headers(record).getOrDefault("ce_id", ""), 1, Integer::sum));
        return times;
    }
}
