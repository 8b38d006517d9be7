package org.parley.starter.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

class SamePollAgainTest {

    private static final TopicPartition MINE = new TopicPartition("things", 0);
    private static final TopicPartition LOST = new TopicPartition("things", 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MessageListenerContainer container = mock();
    private final AtomicInteger handled = new AtomicInteger();
    private final SamePollAgain handler = new SamePollAgain(new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS));
    private ConsumerRecords<String, byte[]> records;

    @BeforeEach
    void poll() {
        given(container.isRunning()).willReturn(true);
        consumer.assign(List.of(MINE, LOST));
        consumer.updateBeginningOffsets(Map.of(MINE, 10L, LOST, 20L));
        for (var offset = 0; offset < 3; offset++) {
            consumer.addRecord(new ConsumerRecord<>("things", 0, 10 + offset, "key", "{}".getBytes(UTF_8)));
            consumer.addRecord(new ConsumerRecord<>("things", 1, 20 + offset, "key", "{}".getBytes(UTF_8)));
        }
        records = consumer.poll(Duration.ofMillis(100));
        assertThat(consumer.position(MINE)).isEqualTo(13);
    }

    @Test
    void runsThePollAgain() {
        handle(new IllegalStateException("store away"));

        assertThat(handled).hasValue(1);
        assertThat(consumer.position(MINE)).isEqualTo(13);
    }

    @Test
    void goesBackToThePollWhenItCanNotEvenWaitToRunItAgain() {
        consumer.assign(List.of(MINE));
        consumer.seek(MINE, 13);
        consumer.setPollException(new KafkaException("unexpected error in join group response"));

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> handle(new IllegalStateException("store away")));

        assertThat(handled).hasValue(0);
        assertThat(consumer.position(MINE)).isEqualTo(10);
    }

    @Test
    void handlesNothingAgainThatAnotherCopyHasNow() {
        assertThatExceptionOfType(org.springframework.kafka.KafkaException.class)
                .isThrownBy(() -> handle(new CommitFailedException()));

        assertThat(handled).hasValue(0);
        assertThat(consumer.position(MINE)).isEqualTo(13);
    }

    @Test
    void commitsNothingOfAPollWhenAPartitionIsAnotherCopysMeanwhile() {
        assertThatExceptionOfType(org.springframework.kafka.KafkaException.class)
                .isThrownBy(() -> handle(new IllegalStateException("store away"), () -> {
                    consumer.assign(List.of(MINE));
                    consumer.seek(MINE, 13);
                }));

        assertThat(consumer.position(MINE)).isEqualTo(10);
    }

    @Test
    void goesOnWhereTheGroupIsWhenAPartitionCameBack() {
        assertThatExceptionOfType(org.springframework.kafka.KafkaException.class)
                .isThrownBy(() -> handle(new IllegalStateException("store away"), () -> consumer.seek(LOST, 50)));

        assertThat(consumer.position(LOST)).isEqualTo(50);
        assertThat(consumer.position(MINE)).isEqualTo(10);
    }

    private void handle(Exception thrown) {
        handle(thrown, handled::incrementAndGet);
    }

    private void handle(Exception thrown, Runnable listener) {
        handler.handleBatch(thrown, records, consumer, container, listener);
    }
}
