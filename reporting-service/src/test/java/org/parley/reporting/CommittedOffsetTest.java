package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Backing;
import org.parley.testing.Topics;

/** A copy that dies between its cursor and Kafka's offset leaves no lag behind that nobody ever works off. */
class CommittedOffsetTest {

    private final String scope = Backing.newScope();
    private final Topics topics = new Topics(scope + ".");
    private final String group = scope + ".reporting-service";
    private RunningCopy copy;
    private Admin admin;

    @BeforeEach
    void start() {
        admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()));
        copy = RunningCopy.in(scope);
    }

    @AfterEach
    void stop() {
        copy.close();
        admin.close();
    }

    @Test
    void followsTheCursorWhenAnotherCopyTakesOver() throws Exception {
        Lives.random(5, 20).send(topics, 0, 100);
        patiently().until(() -> !committed().isEmpty() && committed().equals(ends()));
        var counted = committed();
        copy.close();
        patiently().ignoreExceptions().until(() -> {
            admin.alterConsumerGroupOffsets(
                            group, Map.of(counted.keySet().iterator().next(), new OffsetAndMetadata(0)))
                    .all()
                    .get();
            return true;
        });
        assertThat(committed()).isNotEqualTo(counted);

        copy = RunningCopy.in(scope);

        patiently().untilAsserted(() -> assertThat(committed()).isEqualTo(counted));
    }

    /** Of the partitions of referrals that have records. */
    private Map<TopicPartition, Long> committed() throws Exception {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (isOfReferrals(partition) && offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        committed().keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private boolean isOfReferrals(TopicPartition partition) {
        return partition.topic().equals(topics.named("parley.referrals.v1").name());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }
}
