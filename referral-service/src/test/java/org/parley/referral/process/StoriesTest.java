package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What can become of a referral, from one end to the other: once as it should be, and once with everything delivered
 * twice and out of order, which must make no difference.
 */
@DirtiesContext // its clock goes on by days
@ParameterizedClass
@EnumSource
@ExtendWith(Patience.class)
@Import(MovableClock.Injected.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:three-centers.csv",
            "parley.referral.timekeeping.poll=10ms",
            "parley.referral.timekeeping.outage-after=3650d",
            "parley.referral.timekeeping.clock-tolerance=3650d",
            "parley.referral.directory-poll=20ms"
        })
class StoriesTest {

    enum Delivery {
        ONCE_AND_IN_ORDER,
        TWICE_AND_OUT_OF_ORDER
    }

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    @Parameter
    private Delivery delivery;

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private MovableClock clock;

    private Precinct precinct;
    private PrecinctOnKafka intake;
    private Center nypi;
    private Center redHook;
    private Center third;
    private Coordinator coordinator;
    private SessionService sessions;
    private Events events;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        intake = PrecinctOnKafka.on(topics);
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
        third = Center.of(port, "bkmc");
        coordinator = Coordinator.of(port);
        sessions = SessionService.on(topics);
        events = Events.on(topics);
    }

    private boolean isDisordered() {
        return delivery == Delivery.TWICE_AND_OUT_OF_ORDER;
    }

    private UUID posted(String story) {
        var body = Precinct.noise(story + "-" + delivery);
        if (!isDisordered()) {
            return precinct.posts(body).is(201).id();
        }
        intake.sends(body);
        var id = precinct.posts(body).id();
        intake.sends(body);
        return id;
    }

    private UUID postedWithPeople(String story) {
        var body = Precinct.between(story + "-" + delivery, "Ada One", "Ben Other");
        return does(() -> precinct.posts(body)).id();
    }

    /** A command whose answer got lost is sent again. */
    private Reply does(Supplier<Reply> command) {
        var first = command.get();
        assertThat(first.status()).as("status of %s", first.body()).isIn(200, 201);
        if (isDisordered()) {
            var again = command.get().is(200);
            assertThat(again.text("state")).isEqualTo(first.text("state"));
        }
        return first;
    }

    private void tellsOfASession(UUID id, String center, String outcome) {
        var session = UUID.randomUUID();
        if (!isDisordered()) {
            sessions.tells(session, 1, id, center, outcome);
            return;
        }
        sessions.tells(session, 3, id, center, outcome);
        sessions.tells(session, 1, id, center, "NOT_HELD");
        sessions.tells(session, 3, id, center, outcome);
        sessions.tells(session, 2, id, center, "PROGRESS");
    }

    private void isOver(UUID id, String state) {
        await().untilAsserted(() -> assertThat(precinct.sees(id).text("state")).isEqualTo(state));
    }

    private void wasAsked(Center center, UUID id) {
        await().untilAsserted(() -> assertThat(center.hasBeenTold(id)).contains("OFFER"));
    }

    /** Each once and in this order. */
    private void happened(UUID id, String... inOrder) {
        await().untilAsserted(() -> assertThat(events.happenedTo(id)).containsExactly(inOrder));
        var told = events.about(id);
        assertThat(told)
                .extracting(Events.Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList());
    }

    @Test
    void acceptedScheduledAndMediated() {
        var id = posted("mediated");
        wasAsked(nypi, id);
        does(() -> nypi.accepts(id));
        does(() -> nypi.contacts(id));
        does(() -> nypi.schedules(id, "2027-12-03T23:00:00Z"));
        tellsOfASession(id, "nypi", "AGREEMENT_ALL");
        isOver(id, "CLOSED");
        assertThat(precinct.sees(id).text("resolution")).isEqualTo("WHOLE");
        happened(id, "submitted", "offered", "accepted", "contacted", "scheduled", "session-held", "closed");
    }

    @Test
    void declinedByAllAndPlacedByHand() {
        var id = posted("by-hand");
        does(() -> nypi.declines(id, "NO_CAPACITY"));
        var next = List.of(redHook, third).stream()
                .filter(center -> center.sees(id).status() == 200)
                .findFirst()
                .orElseThrow();
        does(() -> next.declines(id, "LANGUAGE"));
        var last = next.equals(third) ? redHook : third;
        wasAsked(last, id);
        does(() -> last.declines(id, "CONFLICT_OF_INTEREST"));
        assertThat(precinct.sees(id).text("state")).isEqualTo("UNPLACED");
        await().untilAsserted(() -> assertThat(coordinator.worklist()).contains(id));
        does(() -> coordinator.places(id, "nypi"));
        does(() -> nypi.accepts(id));
        assertThat(coordinator.worklist()).doesNotContain(id);
        happened(
                id,
                "submitted",
                "offered",
                "declined",
                "offered",
                "declined",
                "offered",
                "declined",
                "offered",
                "accepted");
    }

    @Test
    void expiredOverALongWeekend() {
        fridayAtFour();
        var friday = ZonedDateTime.ofInstant(clock.instant(), CITY);
        for (var center : List.of("nypi", "rhpp", "bkmc")) {
            closes(center, friday.plusDays(3));
        }
        var body = Precinct.noise("weekend-" + delivery).replace("\"command\"", "\"urgency\": \"URGENT\", \"command\"");
        var id = does(() -> precinct.posts(body)).id();
        var first = precinct.sees(id).text("offeredTo");
        // An hour of Friday is left, and Monday is a holiday: three hours of Tuesday.
        var tuesday = friday.plusDays(4).with(LocalTime.of(12, 0));
        assertThat(deadline(id)).isEqualTo(tuesday.toInstant());

        goOnTo(tuesday.minusMinutes(5));
        assertThat(precinct.sees(id).text("offeredTo")).isEqualTo(first);
        goOnTo(tuesday.plusMinutes(1));
        await().untilAsserted(() ->
                assertThat(precinct.sees(id).text("offeredTo")).isNotEmpty().isNotEqualTo(first));
        Center.of(port, first).accepts(id).isProblem(409, "offer-over");
        happened(id, "submitted", "offered", "offer-expired", "offered");
    }

    private void fridayAtFour() {
        var now = ZonedDateTime.ofInstant(clock.instant(), CITY);
        goOnTo(now.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)).with(LocalTime.of(16, 0)));
    }

    private void goOnTo(ZonedDateTime moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }

    private Instant deadline(UUID id) {
        var offers = coordinator.sees(id).is(200).body().path("offers");
        return Instant.parse(offers.get(0).path("deadline").asString())
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private void closes(String center, ZonedDateTime day) {
        var path = "/v1/directory/centers/" + center;
        var known = coordinator.api().get(path).is(200).body().toString();
        var body = known.replaceAll("\"id\":\"[a-z]+\",", "")
                .replaceAll("\"closed\":\\[[^]]*]", "\"closed\":[\"" + day.toLocalDate() + "\"]");
        coordinator.api().call(HttpMethod.PUT, path, body, Map.of()).is(200);
        await().untilAsserted(() -> assertThat(
                        coordinator.api().get(path).body().path("closed").toString())
                .contains(day.toLocalDate().toString()));
    }

    @Test
    void transferredMidWay() {
        var id = posted("transfer");
        does(() -> nypi.accepts(id));
        does(() -> nypi.contacts(id));
        does(() -> nypi.transfers(id, "CONFLICT_OF_INTEREST"));
        tellsOfASession(id, "nypi", "AGREEMENT_ALL");
        var next = Center.of(port, precinct.sees(id).text("offeredTo"));
        wasAsked(next, id);
        does(() -> next.accepts(id));
        tellsOfASession(id, next.id(), "NO_AGREEMENT");
        isOver(id, "CLOSED");
        assertThat(precinct.sees(id).text("resolution")).isEqualTo("NOT");
        happened(
                id,
                "submitted",
                "offered",
                "accepted",
                "contacted",
                "transferred",
                "offered",
                "accepted",
                "session-held",
                "closed");
    }

    @Test
    void putOnHoldAndReleased() {
        var id = posted("hold");
        does(() -> nypi.accepts(id));
        var until = clock.instant().plus(Duration.ofDays(20));
        does(() -> nypi.holds(id, "PARTY_UNAVAILABLE", until));
        assertThat(precinct.sees(id).text("state")).isEqualTo("ON_HOLD");
        does(() -> nypi.releases(id));
        does(() -> nypi.closes(id, "RESOLVED_BEFORE_SESSION"));
        happened(id, "submitted", "offered", "accepted", "put-on-hold", "released", "closed");
    }

    @Test
    void withdrawnInEveryOpenState() {
        var offered = posted("withdrawn-1");
        var unplaced = posted("withdrawn-2");
        for (var left = 3; left > 0; left--) {
            var asked = Center.of(port, precinct.sees(unplaced).text("offeredTo"));
            does(() -> asked.declines(unplaced, "NO_CAPACITY"));
        }
        var accepted = posted("withdrawn-3");
        does(() -> nypi.accepts(accepted));
        var scheduled = posted("withdrawn-4");
        does(() -> nypi.accepts(scheduled));
        does(() -> nypi.schedules(scheduled, "2027-12-03T23:00:00Z"));
        var held = posted("withdrawn-5");
        does(() -> nypi.accepts(held));
        does(() -> nypi.holds(held, "SAFETY_REVIEW", clock.instant().plus(Duration.ofDays(3))));
        for (var id : List.of(offered, unplaced, accepted, scheduled, held)) {
            does(() -> precinct.withdraws(id, "RESOLVED"));
            assertThat(precinct.sees(id).text("state")).isEqualTo("WITHDRAWN");
            tellsOfASession(id, "nypi", "AGREEMENT_ALL");
            await().untilAsserted(() -> assertThat(events.happenedTo(id)).last().isEqualTo("withdrawn"));
        }
        assertThat(nypi.hasBeenTold(held)).containsExactly("OFFER", "OFFER_WITHDRAWN");
    }

    @Test
    void consentRevokedWhileScheduled() {
        var id = postedWithPeople("revoked");
        does(() -> nypi.accepts(id));
        does(() -> nypi.schedules(id, "2027-12-03T23:00:00Z"));
        does(() -> coordinator.revokesConsent(id, 1));
        assertThat(nypi.sees(id).each("contacts", "name")).containsExactly("Ada One");
        wasTold(nypi, id, "CONSENT_REVOKED");
        does(() -> nypi.revokesConsent(id, 0));
        isOver(id, "CLOSED");
        happened(id, "submitted", "offered", "accepted", "scheduled", "consent-revoked", "consent-revoked", "closed");
    }

    private void wasTold(Center center, UUID id, String kind) {
        await().untilAsserted(() -> assertThat(center.hasBeenTold(id)).contains(kind));
    }

    @Test
    void declinedByBothPartiesAndNobodyElseLearnsByWhom() {
        var id = postedWithPeople("both");
        does(() -> nypi.accepts(id));
        does(() -> nypi.contacts(id));
        does(() -> nypi.closes(id, "PARTY_DECLINED"));
        var seen = precinct.sees(id).is(200).body().toString()
                + precinct.history(id).is(200).body();
        assertThat(seen).contains("CLOSED").doesNotContain("DECLINED", "REVOKED", "Ada", "Ben", "\"party");
        happened(id, "submitted", "offered", "accepted", "contacted", "closed");
        var told = events.about(id).getLast().data();
        assertThat(told.path("reason").asString()).isEqualTo("PARTY_DECLINED");
        assertThat(told.toString()).doesNotContain("Ada", "Ben", "\"party\"");
    }

    @Test
    void closedByASessionThatWasHeardOfBeforeItsCenterHadClosed() {
        var id = posted("loop");
        does(() -> nypi.accepts(id));
        tellsOfASession(id, "nypi", "AGREEMENT_MOST");
        isOver(id, "CLOSED");
        assertThat(precinct.sees(id).text("resolution")).isEqualTo("PARTLY");
        nypi.closes(id, "MEDIATED").is(200);
        tellsOfASession(id, "rhpp", "NO_AGREEMENT");
        happened(id, "submitted", "offered", "accepted", "session-held", "closed");
    }
}
