package org.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class BrokerTest {

    @Test
    void keepsAcknowledgedRecordsThroughAKill() throws Exception {
        Backing.broker().assumeKillable();
        var topic = newTopic();
        for (var n = 1; n <= 20; n++) {
            topic.send("a", ("before " + n).getBytes(UTF_8), Map.of("n", Integer.toString(n)));
        }

        Backing.broker().kill();
        Backing.broker().start();

        topic.send("a", "after".getBytes(UTF_8), Map.of());
        assertThat(topic.about("a"))
                .extracting(one -> new String(one.value(), UTF_8))
                .hasSize(21)
                .startsWith("before 1", "before 2")
                .endsWith("before 20", "after");
        assertThat(Topic.headers(topic.about("a").getFirst())).containsEntry("n", "1");
    }

    private static Topic newTopic() throws Exception {
        var name = Backing.newScope() + ".letters";
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
        }
        return new Topic(name);
    }
}
