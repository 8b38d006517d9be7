package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** An offer that can't get to its center's system does not wait there until its time is over. */
@DirtiesContext // it looks at the deadlines a hundred times a second
@ExtendWith(Patience.class)
@Import(MovableClock.Injected.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:two-centers.csv",
            "parley.referral.timekeeping.poll=10ms",
            "parley.referral.timekeeping.outage-after=3650d",
            "parley.referral.timekeeping.clock-tolerance=3650d",
            "parley.webhooks.allow-private=true",
            "parley.webhooks.poll=100ms",
            "parley.webhooks.breaker-pause=500ms"
        })
class UndeliveredTest {

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoTemplate mongo;

    private Precinct precinct;
    private Center nypi;
    private Center redHook;
    private Coordinator coordinator;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
        coordinator = Coordinator.of(port);
    }

    @AfterEach
    void withoutAnEndpoint() {
        nypi.unregisters();
    }

    private UUID offered(String reference) {
        var id = precinct.posts(Precinct.noise(reference)).is(201).id();
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).contains("OFFER"));
        return id;
    }

    private JsonNode firstOffer(UUID id) {
        return coordinator.sees(id).is(200).body().path("offers").path(0);
    }

    private static Instant time(JsonNode offer, String field) {
        return Instant.parse(offer.path(field).asString());
    }

    private void itIs(Instant time) {
        clock.forward(Duration.between(clock.instant(), time).plusSeconds(1));
    }

    private static Instant half(JsonNode offer) {
        var begin = time(offer, "offeredAt");
        return begin.plus(Duration.between(begin, time(offer, "deadline")).dividedBy(2));
    }

    @Test
    void whatDoesNotGetThereInHalfItsTimeGoesToTheNextCenter() throws IOException {
        try (var receiver = new Receiver()) {
            receiver.answers(500);
            nypi.registers(receiver.url()).is(200);
            var id = offered("undelivered-1");
            await().untilAsserted(() -> assertThat(receiver.attempted()).isNotEmpty());

            itIs(half(firstOffer(id)));
            await().untilAsserted(() -> assertThat(redHook.hasBeenTold(id)).contains("OFFER"));

            var missed = firstOffer(id);
            assertThat(missed.path("state").asString()).isEqualTo("EXPIRED");
            assertThat(missed.path("reason").asString()).isEqualTo("UNDELIVERED");
            assertThat(time(missed, "decidedAt")).isBefore(time(missed, "deadline"));
            await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).contains("OFFER_WITHDRAWN"));
        }
    }

    @Test
    void whatWasReadInTheInboxStaysAllItsTime() throws IOException {
        try (var receiver = new Receiver()) {
            receiver.answers(500);
            nypi.registers(receiver.url()).is(200);
            var id = offered("undelivered-2");
            await().untilAsserted(() -> assertThat(receiver.attempted()).isNotEmpty());
            nypi.acknowledges(nypi.inbox().getLast().path("n").asLong()).is(200);
            staysAllItsTime(id);
        }
    }

    @Test
    void whatWasTakenStaysAllItsTime() throws IOException {
        try (var receiver = new Receiver()) {
            receiver.trusts(nypi.registers(receiver.url()).is(200).text("secret"));
            var id = offered("undelivered-3");
            await().untilAsserted(() -> assertThat(receiver.toldOf(id)).isNotEmpty());
            staysAllItsTime(id);
        }
    }

    @Test
    void whereThereIsNoEndpointAnOfferStaysAllItsTime() {
        staysAllItsTime(offered("undelivered-4"));
    }

    /** When it is looked at: at half its time, which has come and been found good when it is looked at again at its end. */
    private List<Instant> lookedAt(UUID id) {
        return mongo.getCollection("wakeups").find().into(new ArrayList<>()).stream()
                .flatMap(page -> page.getList("due", Document.class).stream())
                .filter(due -> due.getString("referral").equals(id.toString()))
                .map(due -> due.getDate("at").toInstant())
                .toList();
    }

    private void staysAllItsTime(UUID id) {
        var deadline = time(firstOffer(id), "deadline");
        itIs(half(firstOffer(id)));
        await().untilAsserted(() -> assertThat(lookedAt(id)).contains(deadline));
        itIs(deadline);
        await().untilAsserted(() ->
                assertThat(firstOffer(id).path("state").asString()).isEqualTo("EXPIRED"));
        var passed = firstOffer(id);
        assertThat(passed.path("reason").isNull()).isTrue();
        assertThat(time(passed, "decidedAt")).isAfter(time(passed, "deadline"));
    }
}
