package org.parley.starter.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.starter.HeardThings;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;

@ParleyTest
class ConsumptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private HeardThings things;

    @Autowired
    private Topics topics;

    private final String key = UUID.randomUUID().toString();

    @Test
    void setsAsideEachBadRecordAloneAndReadsItsNeighbours() {
        tell("{\"count\":1}");
        tell("{no json");
        tell("{\"count\":\"many\"}");
        topics.named("things.v1").send(key, null, Map.of());
        tell("{\"count\":2,\"unknown\":true}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(things.heard).containsSubsequence(key + "=1", key + "=2"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                topics.named("things.v1.starter-test.dlq").about(key))
                        .extracting(letter -> Topic.headers(letter).get("dlq_reason"))
                        .containsExactly("MALFORMED_JSON", "SCHEMA", "NULL_VALUE"));
        assertThat(topics.named("things.v1.starter-test.dlq").about(key))
                .allSatisfy(letter -> assertThat(Topic.headers(letter))
                        .containsEntry("dlq_topic", "things.v1")
                        .containsKeys("dlq_partition", "dlq_offset", "dlq_detail"));
    }

    @Test
    void runsThePollAgainAfterAFaultAndInOrder() {
        things.faults.set(3);

        for (var i = 1; i <= 5; i++) {
            tell("{\"count\":" + i + "}");
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(things.heard.stream().filter(one -> one.startsWith(key)))
                        .containsExactly(key + "=1", key + "=2", key + "=3", key + "=4", key + "=5"));
        assertThat(things.faults).hasValue(0);
    }

    private void tell(String value) {
        topics.named("things.v1").send(key, value.getBytes(UTF_8), Map.of("ce_type", "org.parley.thing.counted.v1"));
    }
}
