package org.parley.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.connector.FakePlatform;
import org.parley.connector.rows.Referral;
import org.parley.testing.Backing;
import org.parley.testing.Topic;
import tools.jackson.databind.json.JsonMapper;

class KafkaDeliveryTest {

    private static final Topic INTAKE = new Topic(Backing.newScope() + ".parley.intake.v1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakePlatform platform = new FakePlatform();

    @BeforeAll
    static void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
            admin.createTopics(List.of(new NewTopic(INTAKE.name(), 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void sendsWhatTheContractSays() throws Exception {
        try (var delivery = delivery(PATIENCE, null)) {
            assertThat(delivery.deliver(referral("nyc311-1"))).isEqualTo(new Outcome.Sent());
        }

        var record = INTAKE.about("nyc311-1").getFirst();
        assertThat(Topic.headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "nyc311-1")
                .containsEntry("ce_source", "/systems/connector")
                .containsEntry("ce_type", "org.parley.intake.referral.v1")
                .containsEntry("ce_subject", "nyc311-1")
                .containsEntry("content-type", "application/json")
                .hasEntrySatisfying(
                        "ce_time", time -> assertThat(Instant.parse(time)).isBefore(Instant.now()));
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo(JsonMapper.shared().writeValueAsString(referral("nyc311-1")));
    }

    @Test
    void ridesOutAKilledBroker() throws Exception {
        Backing.broker().assumeKillable();
        try (var delivery = delivery(Duration.ofSeconds(60), null)) {
            assertThat(delivery.deliver(referral("nyc311-2"))).isEqualTo(new Outcome.Sent());
            Backing.broker().kill();
            var restarted = Thread.ofVirtual().start(Backing.broker()::start);

            assertThat(delivery.deliver(referral("nyc311-3"))).isEqualTo(new Outcome.Sent());
            restarted.join();
        }
        assertThat(INTAKE.about("nyc311-2")).hasSize(1);
        assertThat(INTAKE.about("nyc311-3")).hasSize(1);
    }

    @Test
    void givesUpWhenNoBrokerAcknowledges() throws Exception {
        try (var delivery = new KafkaDelivery("127.0.0.1:1", INTAKE.name(), "connector", Duration.ofSeconds(1), null)) {
            assertThat(delivery.deliver(referral("nyc311-4")))
                    .isEqualTo(new Outcome.Unanswered("not acknowledged: TimeoutException"));
            assertThat(delivery.deliver(referral("nyc311-4")))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            gone -> assertThat(gone.detail()).startsWith("not tried"));
        }
    }

    @Test
    void tellsWhatIsNewFromWhatWasThereWhenItLooksThemUp() throws Exception {
        platform.had("nyc311-5", JsonMapper.shared().readTree("{}"), Duration.ofSeconds(30));
        try (var delivery = delivery(PATIENCE, confirmation(PATIENCE))) {
            assertThat(delivery.deliver(referral("nyc311-5"))).isEqualTo(new Outcome.Duplicate());

            // The platform takes it from the topic a moment later.
            platform.had("nyc311-6", JsonMapper.shared().readTree("{}"), Duration.ofSeconds(-1));
            assertThat(delivery.deliver(referral("nyc311-6"))).isEqualTo(new Outcome.Accepted());
        }
    }

    @Test
    void saysWhatItCouldNotFind() throws Exception {
        platform.hideReferrals();
        var brief = Duration.ofSeconds(1);
        try (var delivery = delivery(PATIENCE, confirmation(brief))) {
            assertThat(delivery.deliver(referral("nyc311-7")))
                    .isInstanceOfSatisfying(
                            Outcome.Unconfirmed.class,
                            unfound -> assertThat(unfound.detail()).startsWith("not to be found yet"));
        }
        assertThat(INTAKE.about("nyc311-7")).hasSize(1);
    }

    private Confirmation confirmation(Duration patience) {
        return new Confirmation(platform.as("connector", "connector"), patience);
    }

    private static KafkaDelivery delivery(Duration patience, @Nullable Confirmation confirmation) {
        return new KafkaDelivery(Backing.kafka(), INTAKE.name(), "connector", patience, confirmation);
    }

    private static Referral referral(String reference) {
        return Referral.ofUnknownParties(reference, "PCT-075", "NOISE", Instant.parse("2018-05-06T18:22:00Z"), null);
    }
}
