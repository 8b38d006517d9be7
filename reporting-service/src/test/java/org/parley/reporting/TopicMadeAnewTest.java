package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Backing;
import org.parley.testing.Topics;

/** A topic that was deleted and made anew counts its offsets anew: nothing may be counted on, and everybody must hear it. */
class TopicMadeAnewTest {

    private final String scope = Backing.newScope();
    private RunningCopy copy;

    @BeforeEach
    void start() {
        copy = RunningCopy.in(scope);
    }

    @AfterEach
    void stop() {
        copy.close();
    }

    @Test
    void stopsCountingAndSaysSoInItsHealth() throws Exception {
        var topic = new Topics(scope + ".").named("parley.referrals.v1");
        var event = Golden.referral("submitted").with("command", "PCT-001");
        event.sendTo(topic, 1);
        patiently().until(() -> copy.api().of("referrals-submitted", "PCT-001") == 1);
        assertThat(new Api(copy.port(), "").get("/actuator/health").status()).isEqualTo(200);

        try (var admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
            admin.deleteTopics(List.of(topic.name())).all().get();
            patiently().until(() -> !admin.listTopics().names().get().contains(topic.name()));
            admin.createTopics(List.of(new NewTopic(topic.name(), 12, (short) 1)))
                    .all()
                    .get();
        }
        patiently().ignoreExceptions().until(() -> {
            event.with("id", UUID.randomUUID().toString()).sendTo(topic, 1);
            return new Api(copy.port(), "").get("/actuator/health").status() == 503;
        });

        assertThat(copy.api().of("referrals-submitted", "PCT-001")).isEqualTo(1);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500));
    }
}
