package org.parley.starter.consume;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Runs a poll that failed again. Keeps it when even that can't be done now, and has nothing of it committed once the group
 * has moved on: Kafka would take the commit, and set back what another copy has committed since.
 */
final class SamePollAgain extends DefaultErrorHandler {

    private static final Duration POSITION = Duration.ofSeconds(1);

    SamePollAgain(BackOff pauses) {
        super(pauses);
        // Every exception may pass: what never can work was refused, not thrown.
        setClassifications(Map.of(), true);
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable listener) {
        if (thrown instanceof CommitFailedException) {
            throw movedOn(thrown);
        }
        try {
            super.handleBatch(thrown, records, consumer, container, listener);
            if (!records.partitions().stream().allMatch(partition -> standsBehind(partition, records, consumer))) {
                throw movedOn(thrown);
            }
        } catch (RuntimeException e) {
            // Between two tries the consumer is kept alive by polls, which may fail themselves. The container would
            // then go on behind these records, and they would never be handled.
            records.partitions().stream()
                    .filter(partition -> standsBehind(partition, records, consumer))
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).getFirst().offset()));
            throw e;
        }
    }

    /** False once the group has moved on, even if it has given the partition back since. */
    private static boolean standsBehind(
            TopicPartition partition, ConsumerRecords<?, ?> records, Consumer<?, ?> consumer) {
        var next = records.nextOffsets().get(partition);
        try {
            return next != null
                    && consumer.assignment().contains(partition)
                    && consumer.position(partition, POSITION) == next.offset();
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static KafkaException movedOn(Exception thrown) {
        return new KafkaException("The group has moved on", KafkaException.Level.WARN, thrown);
    }
}
