package org.parley.starter.consume;

import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/** Runs a poll that failed again, and keeps it when even that can't be done now. */
final class SamePollAgain extends DefaultErrorHandler {

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
            // All was handled, but the partitions have gone to another copy. Handled again, the poll would be committed
            // in
            // the group's new generation, and set back what that copy has committed since.
            throw new KafkaException("The group has moved on", KafkaException.Level.WARN, thrown);
        }
        try {
            super.handleBatch(thrown, records, consumer, container, listener);
        } catch (RuntimeException e) {
            // Between two tries the consumer is kept alive by polls, which may fail themselves. The container would
            // then go
            // on behind these records, and they would never be handled.
            seekBack(records, consumer);
            throw e;
        }
    }

    private static void seekBack(ConsumerRecords<?, ?> records, Consumer<?, ?> consumer) {
        var assigned = consumer.assignment();
        for (var partition : records.partitions()) {
            if (assigned.contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }
}
