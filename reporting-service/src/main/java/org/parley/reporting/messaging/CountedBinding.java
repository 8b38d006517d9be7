package org.parley.reporting.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.parley.reporting.counting.Counting;
import org.parley.reporting.counting.Source;
import org.parley.reporting.counting.UnknownTopic;
import org.parley.reporting.live.FigureOwner;
import org.parley.starter.topics.TopicNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where reading goes on when a copy gets partitions: at the store's cursors, whatever Kafka has as committed. */
@Component
class CountedBinding implements KafkaBindingRebalanceListener {

    static final String NAME = "counted-in-0";
    private static final String PARTIALS = "partials-in-0";
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(CountedBinding.class);

    private final Counting counting;
    private final TopicIds topicIds;
    private final TopicNames names;
    private final FigureOwner owner;
    private final Halt halt;
    private final CountDownLatch closing = new CountDownLatch(1);

    CountedBinding(Counting counting, TopicIds topicIds, TopicNames names, FigureOwner owner, Halt halt) {
        this.counting = counting;
        this.topicIds = topicIds;
        this.names = names;
        this.owner = owner;
        this.halt = halt;
    }

    @Override
    public void onPartitionsAssigned(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        if (binding.equals(PARTIALS)) {
            owner.forget();
        } else if (binding.equals(NAME) && !partitions.isEmpty()) {
            // An exception from here would only be logged, and reading would go on at Kafka's offset: so it stays.
            while (!positioned(consumer, partitions) && !isClosing()) {
                log.warn("Reading waits until the store and the broker answer");
            }
        }
    }

    private boolean positioned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            position(consumer, partitions);
            return true;
        } catch (UnknownTopic e) {
            halt.because(e);
            return true;
        } catch (RuntimeException e) {
            log.warn("The cursors can't be read now: {}", e.toString());
            return false;
        }
    }

    private void position(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var sources = new HashMap<Source, TopicPartition>();
        var topics = new HashSet<String>();
        partitions.forEach(one -> {
            sources.put(new Source(names.logical(one.topic()), one.partition()), one);
            topics.add(names.logical(one.topic()));
        });
        var cursors = counting.cursors(sources.keySet(), topicIds.now(topics));
        var counted = new HashMap<TopicPartition, OffsetAndMetadata>();
        sources.forEach((source, partition) -> {
            var next = cursors.get(source);
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
                counted.put(partition, new OffsetAndMetadata(next));
            }
        });
        commit(consumer, counted);
    }

    /**
     * The copy before may have died between its cursor and its commit, or lost the group meanwhile: then nobody would
     * commit before the next record, and the lag would look as if something waited.
     */
    private static void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> counted) {
        try {
            consumer.commitSync(counted, COMMIT);
        } catch (KafkaException e) {
            // Reading goes on at the cursors all the same. When the group is rebalancing again, this is asked again.
            log.warn("Kafka's offsets can't be brought up to the cursors now: {}", e.toString());
        }
    }

    private boolean isClosing() {
        try {
            return closing.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}
