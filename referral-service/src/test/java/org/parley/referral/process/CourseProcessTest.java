package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The less straight ways: declined by all, placed by hand, put on hold, given back, put right, never meant. */
@ReferralService
class CourseProcessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    private Precinct precinct;
    private Center nypi;
    private Center redHook;
    private Coordinator coordinator;
    private SessionService sessions;
    private Events events;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
        coordinator = Coordinator.of(port);
        sessions = SessionService.on(topics);
        events = Events.on(topics);
    }

    private UUID posted(String reference) {
        return precinct.posts(Precinct.noise(reference)).is(201).id();
    }

    private UUID accepted(String reference) {
        var id = posted(reference);
        nypi.accepts(id).is(200);
        return id;
    }

    @Test
    void whatAllDeclineIsPlacedByHand() {
        var id = posted("by-hand");
        nypi.declines(id, "NO_CAPACITY").is(200);
        redHook.declines(id, "LANGUAGE").is(200);
        await().untilAsserted(() -> assertThat(coordinator.worklist()).contains(id));
        assertThat(coordinator.sees(id).is(200).each("offers", "reason")).containsExactly("NO_CAPACITY", "LANGUAGE");

        coordinator.places(id, "nowhere").isProblem(422, "invalid-field");
        coordinator.places(id, "nypi").is(200);
        coordinator.places(id, "nypi").is(200);
        coordinator.places(id, "rhpp").isProblem(409, "not-unplaced");
        assertThat(coordinator.worklist()).doesNotContain(id);
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "OFFER"));
        nypi.accepts(id).is(200);
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly("submitted", "offered", "declined", "offered", "declined", "offered", "accepted"));
        assertThat(coordinator.history(id).is(200).each("items", "reason"))
                .containsExactly("", "", "NO_CAPACITY", "", "LANGUAGE", "BY_HAND", "");
    }

    @Test
    void onlyACoordinatorPlacesByHand() {
        var id = posted("not-by-hand");
        new Coordinator(precinct.api()).places(id, "nypi").is(403);
        new Coordinator(nypi.api()).sees(id).is(403);
        precinct.sees(id).is(200);
    }

    @Test
    void aReferralIsPutOnHoldAndReleased() {
        var id = accepted("hold");
        var until = Instant.now().plus(Duration.ofDays(30));
        nypi.holds(id, "PARTY_UNAVAILABLE", until.plus(Duration.ofDays(180))).isProblem(422, "invalid-field");
        nypi.holds(id, "PARTY_UNAVAILABLE", Instant.EPOCH).isProblem(422, "invalid-field");
        nypi.holds(id, "BORED", until).isProblem(422, "invalid-field");
        assertThat(nypi.holds(id, "PARTY_UNAVAILABLE", until).is(200).text("state"))
                .isEqualTo("ON_HOLD");
        assertThat(precinct.sees(id).text("state")).isEqualTo("ON_HOLD");
        nypi.schedules(id, "2026-12-03T23:00:00Z").isProblem(409, "on-hold");
        assertThat(nypi.releases(id).is(200).text("state")).isEqualTo("ACCEPTED");
        nypi.releases(id).is(200);
        nypi.schedules(id, "2026-12-03T23:00:00Z").is(200);
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly("submitted", "offered", "accepted", "put-on-hold", "released", "scheduled"));
    }

    @Test
    void aReferralIsTransferredMidWay() {
        var id = accepted("transfer");
        nypi.contacts(id).is(200);
        nypi.contacts(id).is(200);
        assertThat(nypi.sees(id).body().path("incident").isNull()).isFalse();
        nypi.transfers(id, "CONFLICT_OF_INTEREST").is(200);
        nypi.transfers(id, "CONFLICT_OF_INTEREST").is(200);
        var left = nypi.sees(id).is(200).body();
        assertThat(left.path("incident").isNull()).isTrue();
        assertThat(left.path("state").isNull()).isTrue();
        nypi.closes(id, "NO_SHOW").isProblem(409, "not-accepted");

        await().untilAsserted(() -> assertThat(redHook.hasBeenTold(id)).containsExactly("OFFER"));
        redHook.accepts(id).is(200);
        sessions.tells(id, "nypi", "AGREEMENT_ALL");
        sessions.tells(id, "rhpp", "AGREEMENT_ALL");
        await().untilAsserted(() -> assertThat(precinct.sees(id).text("state")).isEqualTo("CLOSED"));
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly(
                        "submitted",
                        "offered",
                        "accepted",
                        "contacted",
                        "transferred",
                        "offered",
                        "accepted",
                        "session-held",
                        "closed"));
        assertThat(nypi.history(id).each("items", "what"))
                .containsExactly("OFFERED", "ACCEPTED", "CONTACTED", "TRANSFERRED");
        assertThat(redHook.history(id).each("items", "what"))
                .containsExactly("OFFERED", "ACCEPTED", "SESSION_HELD", "CLOSED");
        assertThat(precinct.history(id).each("items", "what"))
                .containsExactly("SUBMITTED", "OFFERED", "ACCEPTED", "OFFERED", "ACCEPTED", "SESSION_HELD", "CLOSED");
    }

    @Test
    void aReferralIsPutRightUntilACenterHasIt() {
        var id = posted("amended");
        var deadline = Instant.parse(
                nypi.sees(id).body().path("offer").path("deadline").asString());
        precinct.amends(id, "{}").isProblem(422, "invalid-field");
        precinct.amends(id, "{\"empty\": true}").isProblem(400, "unknown-field");
        precinct.amends(id, "{\"type\": \"SHOUTING\"}").isProblem(422, "invalid-field");
        precinct.amends(id, "{\"command\": \"PCT-073\"}").isProblem(400, "unknown-field");
        var amendment = """
                {"type": "HARASSMENT", "urgency": "URGENT", "address": {"line": "7 OTHER STREET", "zip": "11208"}}
                """;
        assertThat(precinct.amends(id, amendment).is(200).text("type")).isEqualTo("HARASSMENT");
        precinct.amends(id, amendment).is(200);
        Precinct.of(port, "PCT-073").amends(id, amendment).isProblem(404, "not-found");
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "OFFER_AMENDED"));
        assertThat(Instant.parse(
                        nypi.sees(id).body().path("offer").path("deadline").asString()))
                .isBefore(deadline);

        assertThat(nypi.accepts(id).is(200).body().path("incident").path("line").asString())
                .isEqualTo("7 OTHER STREET");
        precinct.amends(id, "{\"type\": \"NOISE\"}").isProblem(409, "referral-taken");
        precinct.posts(Precinct.noise("amended")).is(200);
        await().untilAsserted(() ->
                assertThat(events.happenedTo(id)).containsExactly("submitted", "offered", "amended", "accepted"));
        var places = events.about(id).stream()
                .map(event -> event.data().path("referral").path("placeId").asString())
                .distinct();
        assertThat(places).hasSize(2);
    }

    @Test
    void aReferralThatShouldNeverHaveBeenIsTakenBackFromItsCenter() {
        var id = accepted("in-error");
        precinct.entersInError(id, "BORED").isProblem(422, "invalid-field");
        assertThat(precinct.entersInError(id, "WRONG_INCIDENT").is(200).text("state"))
                .isEqualTo("ENTERED_IN_ERROR");
        precinct.entersInError(id, "WRONG_INCIDENT").is(200);
        nypi.schedules(id, "2026-12-03T23:00:00Z").isProblem(409, "referral-over");
        coordinator.entersInError(posted("in-error-2"), "TEST").is(200);
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "OFFER_WITHDRAWN"));
    }

    @Test
    void aWithdrawalIsPossibleInEveryOpenState() {
        var offered = posted("withdrawn-offered");
        var unplaced = posted("withdrawn-unplaced");
        nypi.declines(unplaced, "NO_CAPACITY").is(200);
        redHook.declines(unplaced, "NO_CAPACITY").is(200);
        var accepted = accepted("withdrawn-accepted");
        var scheduled = accepted("withdrawn-scheduled");
        nypi.schedules(scheduled, "2026-12-03T23:00:00Z").is(200);
        var held = accepted("withdrawn-held");
        nypi.holds(held, "SAFETY_REVIEW", Instant.now().plus(Duration.ofDays(3)))
                .is(200);
        for (var id : List.of(offered, unplaced, accepted, scheduled, held)) {
            assertThat(precinct.withdraws(id, "RESOLVED").is(200).text("state")).isEqualTo("WITHDRAWN");
            await().untilAsserted(() -> assertThat(events.happenedTo(id)).last().isEqualTo("withdrawn"));
        }
        assertThat(nypi.hasBeenTold(held)).containsExactly("OFFER", "OFFER_WITHDRAWN");
        assertThat(nypi.hasBeenTold(unplaced)).containsExactly("OFFER");
    }
}
