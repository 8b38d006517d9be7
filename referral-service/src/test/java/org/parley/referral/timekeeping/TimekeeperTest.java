package org.parley.referral.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.springframework.data.mongodb.core.MongoTemplate;

class TimekeeperTest {

    private final String scope = Backing.newScope();

    /** A document that nobody can read any more stands for whatever may be wrong with one of them. */
    @Test
    void aReferralThatCannotBeMovedHoldsUpNoOther() {
        try (var copy = Copies.start(scope, "parley.referral.timekeeping.poll=20ms")) {
            var mongo = copy.getBean(MongoTemplate.class);
            var now = copy.getBean(Clock.class).instant();
            var broken = UUID.fromString("00000000-0000-4000-8000-000000000000");
            mongo.getCollection("referrals").insertOne(new Document("_id", broken.toString()).append("version", 1L));
            var wakeups = copy.getBean(Wakeups.class);
            wakeups.add(new Wakeup(now.minusSeconds(2), broken));
            wakeups.add(new Wakeup(now.minusSeconds(1), UUID.randomUUID()));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    mongo.getCollection("wakeups").find().into(new ArrayList<>()))
                            .as("it is tried again later")
                            .anySatisfy(page -> assertThat(page.getList("due", Document.class))
                                    .anySatisfy(due -> {
                                        assertThat(due.getString("referral")).isEqualTo(broken.toString());
                                        assertThat(due.getDate("at").toInstant())
                                                .isAfter(now.plusSeconds(120));
                                    })));
        }
    }
}
