package org.parley.reporting.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.parley.reporting.counting.Source;
import org.parley.starter.topics.TopicNames;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The broker's ids of topics: a topic that is made anew gets another one, though its name stays. */
@Component
class TopicIds implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final TopicNames names;

    TopicIds(KafkaProperties kafka, TopicNames names) {
        this.admin = Admin.create(kafka.buildAdminProperties());
        this.names = names;
    }

    /** Asks the broker. By the names of the contracts. */
    Map<String, String> now(Collection<String> topics) {
        return ask(topics).get();
    }

    /** Asks the broker, and waits for its answer only when that is needed. */
    Supplier<Map<String, String>> ask(Collection<String> topics) {
        var asked = admin.describeTopics(TopicCollection.ofTopicNames(
                        topics.stream().map(names::physical).toList()))
                .allTopicNames();
        return () -> answer(asked);
    }

    private Map<String, String> answer(KafkaFuture<Map<String, TopicDescription>> asked) {
        var found = new HashMap<String, String>();
        try {
            asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).forEach((name, description) -> {
                if (description.partitions().size() != Source.PARTITIONS) {
                    throw new IllegalStateException(
                            name + " has " + description.partitions().size() + " partitions, not " + Source.PARTITIONS);
                }
                found.put(names.logical(name), description.topicId().toString());
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not tell the ids of the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for the ids of the topics", e);
        }
        return found;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
