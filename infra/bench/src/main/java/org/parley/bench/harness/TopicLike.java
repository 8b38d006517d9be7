package org.parley.bench.harness;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** A topic with the partitions and settings of another. */
final class TopicLike {

    private TopicLike() {}

    static void create(Admin admin, String topic, String existing) {
        try {
            var described = Objects.requireNonNull(admin.describeTopics(List.of(existing))
                    .allTopicNames()
                    .get()
                    .get(existing));
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, existing);
            var settings = Objects.requireNonNull(
                            admin.describeConfigs(List.of(resource)).all().get().get(resource))
                    .entries()
                    .stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
            var replicas = (short) described.partitions().getFirst().replicas().size();
            admin.createTopics(
                            List.of(new NewTopic(topic, described.partitions().size(), replicas).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
