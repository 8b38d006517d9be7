package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.parley.testing.Topics;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The platform was away, or a copy's clock is wrong: a month later by its clock it comes back. */
@ExtendWith(Patience.class)
class DowntimeTest {

    private static final String POLL = "parley.referral.timekeeping.poll=20ms";
    private static final String ANY_CLOCK = "parley.referral.timekeeping.clock-tolerance=3650d";
    private static final String NO_OUTAGE = "parley.referral.timekeeping.outage-after=3650d";
    private static final Duration MONTH = Duration.ofDays(30);

    private final String scope = Backing.newScope();
    private final Events events = Events.on(new Topics(scope + "."));

    private static String ahead(Duration by) {
        return "parley.clock.shift=" + by.toSeconds() + "s";
    }

    private static UUID post(ConfigurableApplicationContext copy, String reference) {
        return Precinct.of(Copies.port(copy), "PCT-075")
                .posts(Precinct.noise(reference))
                .is(201)
                .id();
    }

    private static Instant deadline(ConfigurableApplicationContext copy, UUID id) {
        var offer = Center.of(Copies.port(copy), "nypi").sees(id).is(200).body().path("offer");
        return Instant.parse(offer.path("deadline").asString());
    }

    /** Has looked at all that is due: it says that it is alive before each look, so the third time two are over. */
    private static void looks(ConfigurableApplicationContext copy) {
        var timekeeping = copy.getBean(MongoTemplate.class).getCollection("timekeeping");
        for (var times = 0; times < 3; times++) {
            var before = timekeeping.find().first().getDate("alive");
            await().until(() -> timekeeping.find().first().getDate("alive").after(before));
        }
    }

    private static String offer(ConfigurableApplicationContext copy, UUID id) {
        var offer = Center.of(Copies.port(copy), "nypi").sees(id).is(200).body().path("offer");
        return offer.path("state").asString();
    }

    @Test
    void anOutageIsAddedToWhatIsDue() {
        UUID id;
        Duration left;
        try (var before = Copies.start(scope, POLL, ANY_CLOCK)) {
            id = post(before, "outage");
            left = Duration.between(Instant.now(), deadline(before, id));
        }
        try (var after = Copies.start(scope, POLL, ANY_CLOCK, ahead(MONTH))) {
            var timekeeping = after.getBean(MongoTemplate.class).getCollection("timekeeping");
            await().untilAsserted(() -> assertThat(timekeeping.find().first().getList("outages", Document.class))
                    .hasSize(1));
            looks(after);
            assertThat(offer(after, id)).isEqualTo("PENDING");
        }
        var late = MONTH.plus(left);
        try (var before = Copies.start(scope, POLL, ANY_CLOCK, NO_OUTAGE, ahead(late.minusHours(1)))) {
            looks(before);
            assertThat(offer(before, id)).isEqualTo("PENDING");
        }
        try (var then = Copies.start(scope, POLL, ANY_CLOCK, NO_OUTAGE, ahead(late.plusHours(1)))) {
            assertThat(then.isRunning()).isTrue();
            await().untilAsserted(() ->
                    assertThat(events.happenedTo(id)).containsExactly("submitted", "offered", "offer-expired"));
        }
    }

    @Test
    void whatWasMissedHappensOnceHoweverManyCopiesComeBack() {
        List<UUID> ids;
        try (var before = Copies.start(scope, POLL)) {
            ids = IntStream.range(0, 20)
                    .mapToObj(n -> post(before, "missed-" + n))
                    .toList();
        }
        String[] later = {POLL, ANY_CLOCK, NO_OUTAGE, ahead(MONTH)};
        try (var one = Copies.start(scope, later);
                var other = Copies.start(scope, later)) {
            assertThat(List.of(one, other)).allMatch(ConfigurableApplicationContext::isRunning);
            for (var id : ids) {
                await().untilAsserted(() ->
                        assertThat(events.happenedTo(id)).containsExactly("submitted", "offered", "offer-expired"));
            }
            assertThat(Center.of(Copies.port(other), "nypi").hasBeenTold(ids.getFirst()))
                    .containsExactly("OFFER", "OFFER_WITHDRAWN");
            assertThat(Coordinator.of(Copies.port(one)).worklist()).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void aCopyWithAWrongClockLetsNothingPass() {
        UUID id;
        try (var right = Copies.start(scope, POLL)) {
            id = post(right, "wrong-clock");
        }
        try (var wrong = Copies.start(scope, POLL, ahead(MONTH))) {
            var suspended = wrong.getBean(MeterRegistry.class)
                    .get("parley.referral.timekeeping.suspended")
                    .gauge();
            await().untilAsserted(() -> assertThat(suspended.value()).isEqualTo(1));
            assertThat(offer(wrong, id)).isEqualTo("PENDING");
        }
    }
}
