package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A referral's whole way, over the real store and broker. */
@ReferralService
class ReferralProcessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    private Precinct precinct;
    private Center nypi;
    private Center redHook;
    private SessionService sessions;
    private Events events;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
        sessions = SessionService.on(topics);
        events = Events.on(topics);
    }

    @Test
    void aReferralIsOfferedAcceptedMediatedAndClosed() {
        var id = precinct.posts(Precinct.noise("whole-way")).is(201).id();
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER"));
        assertThat(precinct.sees(id).is(200).text("offeredTo")).isEqualTo("nypi");
        assertThat(nypi.sees(id).is(200).text("state")).isEmpty();

        assertThat(nypi.accepts(id).is(200).text("state")).isEqualTo("ACCEPTED");
        assertThat(nypi.sees(id).body().path("incident").path("line").asString())
                .isEqualTo("100 EXAMPLE AVENUE");
        nypi.schedules(id, "2026-12-03T23:00:00Z").is(200);
        var session = sessions.tells(id, "nypi", "PROGRESS");
        sessions.tells(id, "nypi", "AGREEMENT_MOST");

        await().untilAsserted(() -> assertThat(precinct.sees(id).text("state")).isEqualTo("CLOSED"));
        assertThat(precinct.sees(id).text("resolution")).isEqualTo("PARTLY");
        assertThat(nypi.sees(id).body().path("incident").isNull()).isTrue();
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly(
                        "submitted", "offered", "accepted", "scheduled", "session-held", "session-held", "closed"));
        var told = events.about(id);
        assertThat(told)
                .extracting(Events.Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList());
        assertThat(told)
                .extracting(Events.Event::state)
                .containsExactly("SUBMITTED", "OFFERED", "ACCEPTED", "SCHEDULED", "SCHEDULED", "SCHEDULED", "CLOSED");
        assertThat(told.get(4)
                        .data()
                        .path("referral")
                        .path("sessions")
                        .get(0)
                        .path("session")
                        .asString())
                .isEqualTo(session.toString());
    }

    @Test
    void theApiDescribesItselfToAnyone() {
        var paths = new Api(port, "").open("/v3/api-docs").is(200).body().path("paths");
        assertThat(paths.propertyNames())
                .contains("/v1/referrals", "/v1/centers/{center}/inbox", "/v1/centers/{center}/referrals/{id}/accept");
        var parameters = paths.path("/v1/referrals/{id}").path("get").path("parameters");
        assertThat(parameters).extracting(one -> one.path("name").asString()).containsExactly("id");
    }

    @Test
    void aRepeatedPostIsAnsweredTheSame() {
        var first = precinct.posts(Precinct.noise("twice")).is(201);
        var again = precinct.posts(Precinct.noise("twice")).is(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getLocation()).isEqualTo(first.headers().getLocation());
        assertThat(again.etag()).isEqualTo(first.etag()).isEqualTo("\"1\"");

        precinct.posts(Precinct.noise("twice").replace("NOISE", "PETS")).isProblem(422, "key-reused");
        assertThat(precinct.finds("twice").is(200).body().path("items").size()).isEqualTo(1);
        assertThat(precinct.finds("never").is(200).body().path("items").size()).isZero();
    }

    @Test
    void aClientWithoutReferencesRepeatsByAKey() {
        var body = Precinct.noise("").replace("\"reference\": \"\",", "");
        var first = precinct.postsWithKey("key-1", body).is(201);
        assertThat(precinct.postsWithKey("key-1", body).is(200).id()).isEqualTo(first.id());
        precinct.postsWithKey("key-1", body.replace("NOISE", "PETS")).isProblem(422, "key-reused");
        assertThat(precinct.postsWithKey("key-2", body).is(201).id()).isNotEqualTo(first.id());
        precinct.posts(body).isProblem(422, "invalid-field");
    }

    @Test
    void theSamePlaceIsTheSameRandomId() {
        var one = precinct.posts(Precinct.noise("place-1")).is(201).id();
        var same = precinct.posts(Precinct.noise("place-2").replace("AVENUE", "ave."))
                .is(201)
                .id();
        var other = precinct.posts(Precinct.noise("place-3").replace("100", "102"))
                .is(201)
                .id();
        await().untilAsserted(() -> assertThat(events.about(other)).isNotEmpty());
        assertThat(place(same)).isEqualTo(place(one));
        assertThat(place(other)).isNotEqualTo(place(one));
    }

    private String place(UUID referral) {
        await().untilAsserted(() -> assertThat(events.about(referral)).isNotEmpty());
        return events.about(referral)
                .getFirst()
                .data()
                .path("referral")
                .path("placeId")
                .asString();
    }

    @Test
    void anArrestIsScreenedOutAndNoError() {
        var out = precinct.posts(Precinct.noise("arrest").replace("\"arrestMade\": false", "\"arrestMade\": true"))
                .is(201);
        assertThat(out.text("state")).isEqualTo("SCREENED_OUT");
        assertThat(out.text("screenedOutFor")).isEqualTo("ARREST_MADE");
        await().untilAsserted(() -> assertThat(events.happenedTo(out.id())).containsExactly("screened-out"));
        assertThat(nypi.hasBeenTold(out.id())).isEmpty();
    }

    @Test
    void aDeclinedReferralGoesToTheNextCenterAndThenToNone() {
        var id = precinct.posts(Precinct.noise("declined")).id();
        redHook.accepts(id).isProblem(404, "not-found");
        nypi.declines(id, "NO_CAPACITY").is(200);
        nypi.declines(id, "NO_CAPACITY").is(200);
        await().untilAsserted(() -> assertThat(redHook.hasBeenTold(id)).containsExactly("OFFER"));
        assertThat(precinct.sees(id).text("offeredTo")).isEqualTo("rhpp");
        nypi.accepts(id).isProblem(409, "offer-over");

        redHook.declines(id, "LANGUAGE").is(200);
        assertThat(precinct.sees(id).text("state")).isEqualTo("UNPLACED");
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly("submitted", "offered", "declined", "offered", "declined"));
    }

    @Test
    void acceptingTwiceIsTheSameAndTooLateIsAConflict() {
        var id = precinct.posts(Precinct.noise("accepted-twice")).id();
        var first = nypi.accepts(id).is(200);
        var again = nypi.accepts(id).is(200);
        assertThat(again.body()).isEqualTo(first.body());
        precinct.withdraws(id, "RESOLVED").is(200);
        precinct.withdraws(id, "RESOLVED").is(200);
        nypi.schedules(id, "2026-12-03T23:00:00Z").isProblem(409, "referral-over");
        nypi.closes(id, "NO_SHOW").isProblem(409, "referral-over");
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "OFFER_WITHDRAWN"));
    }

    @Test
    void aWithdrawnOfferCannotBeAccepted() {
        var id = precinct.posts(Precinct.noise("withdrawn")).id();
        assertThat(precinct.withdraws(id, "POSTED_IN_ERROR").is(200).text("state"))
                .isEqualTo("WITHDRAWN");
        nypi.accepts(id).isProblem(409, "offer-over");
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "OFFER_WITHDRAWN"));
    }

    @Test
    void onlyTheVersionThatWasSeenIsChanged() {
        var id = precinct.posts(Precinct.noise("version")).id();
        nypi.acceptsVersion(id, "\"7\"").isProblem(412, "version-mismatch");
        var etag = nypi.sees(id).etag();
        nypi.acceptsVersion(id, etag).is(200);
    }

    @Test
    void aForeignReferralIsNotThere() {
        var id = precinct.posts(Precinct.noise("foreign")).id();
        var neighbours = Precinct.of(port, "PCT-073");
        neighbours.sees(id).isProblem(404, "not-found");
        neighbours.withdraws(id, "RESOLVED").isProblem(404, "not-found");
        redHook.sees(id).isProblem(404, "not-found");
        assertThat(precinct.sees(id).text("state")).isEqualTo("OFFERED");
    }

    @Test
    void sessionsCountOnceInWhateverOrderTheyCome() {
        var id = precinct.posts(Precinct.noise("sessions")).id();
        nypi.accepts(id).is(200);
        sessions.tells(id, "rhpp", "AGREEMENT_ALL");
        sessions.tells(id, "nypi", "NOT_HELD");
        var progress = UUID.randomUUID();
        sessions.tells(progress, 2, id, "nypi", "PROGRESS");
        sessions.tells(progress, 1, id, "nypi", "AGREEMENT_ALL");
        sessions.tells(progress, 2, id, "nypi", "PROGRESS");
        sessions.tells(UUID.randomUUID(), "nypi", "AGREEMENT_ALL");
        var last = sessions.tells(id, "nypi", "NO_AGREEMENT");
        await().untilAsserted(
                        () -> assertThat(precinct.sees(id).text("resolution")).isEqualTo("NOT"));
        sessions.tells(last, 1, id, "nypi", "NO_AGREEMENT");
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(events.happenedTo(id))
                        .containsExactly("submitted", "offered", "accepted", "session-held", "session-held", "closed"));
    }

    @Test
    void anInboxIsReadOnFromWhatWasAcknowledged() {
        var first = precinct.posts(Precinct.noise("inbox-1")).id();
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(first)).isNotEmpty());
        var all = nypi.inbox();
        assertThat(all)
                .extracting(entry -> entry.path("n").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        var last = all.getLast().path("n").asLong();
        assertThat(nypi.acknowledges(last).is(200).body().path("upTo").asLong()).isEqualTo(last);
        assertThat(nypi.acknowledges(1).is(200).body().path("upTo").asLong()).isEqualTo(last);

        var next = precinct.posts(Precinct.noise("inbox-2")).id();
        await().untilAsserted(
                        () -> assertThat(nypi.unread().body().path("entries").findValuesAsString("referral"))
                                .isEqualTo(List.of(next.toString())));
    }
}
