package org.parley.bench.harness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.parley.bench.events.ReferralEvent;

/** The topic of referrals, made as the contracts have it, for those who write to it before a service makes it. */
public final class ReferralTopic {

    public static final int PARTITIONS = 12;

    private ReferralTopic() {}

    /**
     * Returns the topic's name. A broker that has just made a topic may refuse the first batch of a partition and take the
     * second, and then refuses the first for ever as out of order (KAFKA-15591). Once it tells the offsets, it leads.
     */
    public static String create(Ground ground, String prefix) throws ExecutionException, InterruptedException {
        var topic = prefix + "." + ReferralEvent.TOPIC;
        var settings =
                Map.of("retention.ms", "-1", "max.message.bytes", "2097152", "message.timestamp.type", "LogAppendTime");
        ground.admin()
                .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(settings)))
                .all()
                .get();
        new TopicTail(ground, topic).count();
        return topic;
    }
}
