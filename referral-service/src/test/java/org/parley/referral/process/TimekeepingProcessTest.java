package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.parley.testing.pages.LoggedIn;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Half a year goes by, and nobody does anything: every referral is brought up again and again, and none is forgotten. */
@DirtiesContext // it looks at the deadlines a hundred times a second
@ExtendWith(Patience.class)
@Import(MovableClock.Injected.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:two-centers.csv",
            "parley.referral.timekeeping.poll=10ms",
            "parley.referral.timekeeping.outage-after=3650d",
            "parley.referral.timekeeping.clock-tolerance=3650d"
        })
class TimekeepingProcessTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String OVERDUE = ">Overdue<";

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private MovableClock clock;

    private Precinct precinct;
    private Center nypi;
    private Center redHook;
    private Coordinator coordinator;
    private Events events;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
        coordinator = Coordinator.of(port);
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

    /** The clock goes on, and everything that is due by then has been done. */
    private void goesBy(Duration time, List<UUID> referrals) {
        for (var days = 0; days < time.toDays(); days++) {
            clock.forward(DAY);
            var now = clock.instant();
            for (var id : referrals) {
                await().pollInterval(Duration.ofMillis(5))
                        .untilAsserted(() -> assertThat(due(id)).isAfter(now));
            }
        }
    }

    private Instant due(UUID referral) {
        var at = coordinator.sees(referral).body().path("due").path("at");
        return at.isString() ? Instant.parse(at.asString()) : Instant.MAX;
    }

    @Test
    void aKeyStandsForItsReferralForSevenDaysAndAReferenceForEver() {
        var body = Precinct.noise("for-ever");
        var ever = precinct.posts(body).is(201).id();
        var noise = body.replace("\"reference\": \"for-ever\", ", "");
        var pets = noise.replace("NOISE", "PETS");
        var first = precinct.postsWithKey("seven-days", noise).is(201).id();
        clock.forward(DAY.multipliedBy(7).minusMinutes(1));
        assertThat(precinct.postsWithKey("seven-days", noise).is(200).id()).isEqualTo(first);
        precinct.postsWithKey("seven-days", pets).isProblem(422, "key-reused");

        clock.forward(Duration.ofMinutes(2));
        var second = precinct.postsWithKey("seven-days", pets).is(201).id();
        assertThat(second).isNotEqualTo(first);
        assertThat(precinct.postsWithKey("seven-days", pets).is(200).id()).isEqualTo(second);
        precinct.postsWithKey("seven-days", noise).isProblem(422, "key-reused");

        clock.forward(DAY.multipliedBy(7));
        assertThat(precinct.postsWithKey("seven-days", pets).is(201).id()).isNotIn(first, second);
        assertThat(precinct.posts(body).is(200).id()).isEqualTo(ever);
    }

    @Test
    void halfAYearForgetsNone() {
        var offered = posted("half-1");
        var taken = accepted("half-2");
        var contacted = accepted("half-3");
        nypi.contacts(contacted).is(200);
        var scheduled = accepted("half-4");
        nypi.schedules(scheduled, clock.instant().plus(Duration.ofDays(10)).toString())
                .is(200);
        var held = accepted("half-5");
        nypi.holds(held, "COURT_DATE_PENDING", clock.instant().plus(Duration.ofDays(60)))
                .is(200);
        var closed = accepted("half-6");
        nypi.closes(closed, "COULD_NOT_CONTACT").is(200);

        goesBy(Duration.ofDays(180), List.of(offered, taken, contacted, scheduled, held, closed));

        await().untilAsserted(
                        () -> assertThat(coordinator.worklist()).contains(offered, taken, contacted, scheduled, held));
        assertThat(coordinator.worklist()).doesNotContain(closed);
        await().untilAsserted(() -> assertThat(events.happenedTo(offered))
                .startsWith("submitted", "offered", "offer-expired", "offered", "offer-expired", "overdue"));
        assertThat(redHook.hasBeenTold(offered)).containsExactly("OFFER", "OFFER_WITHDRAWN");
        // From the day it is due, every seventh day, within the 180: once each, never in between.
        isRemindedOf(taken, 5);
        isRemindedOf(contacted, 14);
        isRemindedOf(scheduled, 13);
        isRemindedOf(held, 60);
        assertThat(events.happenedTo(closed))
                .containsExactly("submitted", "offered", "accepted", "closed", "contacts-shredded");
        assertThat(nypi.hasBeenTold(taken)).startsWith("OFFER", "REMINDER", "REMINDER");
    }

    private void isRemindedOf(UUID referral, int firstDay) {
        var times = (180 - firstDay) / 7 + 1;
        await().untilAsserted(() -> assertThat(events.happenedTo(referral).stream()
                        .filter("overdue"::equals)
                        .count())
                .isEqualTo(times));
        var levels = new ArrayList<Integer>();
        events.about(referral).stream()
                .filter(event -> event.type().endsWith("overdue.v1"))
                .forEach(event -> levels.add(
                        event.data().path("referral").path("due").path("level").asInt()));
        assertThat(levels).isSorted().doesNotHaveDuplicates().startsWith(1);
    }

    @Test
    void whatIsOverdueIsMarkedAndStandsFirstWhereItsCenterAndTheCoordinatorLook(
            @Autowired WebApplicationContext context) {
        var late = accepted("lists-1");
        // From the second time on it is the coordinator's business, too.
        goesBy(Duration.ofDays(13), List.of(late));
        var taken = accepted("lists-2");
        var unplaced = posted("lists-3");
        nypi.declines(unplaced, "NO_CAPACITY").is(200);
        redHook.declines(unplaced, "NO_CAPACITY").is(200);
        assertThat(due(late)).isAfter(due(taken)).isAfter(due(unplaced));

        var staff = LoggedIn.as("staff-nypi", "center-staff", Map.of("center", "nypi"), clock.instant());
        var ofCenter = cards(Visitor.of(context, staff).seesAllOf("/center"));
        standsBefore(ofCenter, late, taken);
        assertThat(card(ofCenter, late)).contains(OVERDUE, "Make contact, brought up again");
        assertThat(card(ofCenter, taken)).contains("Make contact by").doesNotContain(OVERDUE);

        var anyone = LoggedIn.as("coordinator", "coordinator", Map.of(), clock.instant());
        var ofAll = cards(Visitor.of(context, anyone).seesAllOf("/coordination"));
        standsBefore(ofAll, late, unplaced);
        assertThat(card(ofAll, late)).contains(OVERDUE, "New York Peace Institute");
        assertThat(card(ofAll, unplaced)).contains("Find a center by").doesNotContain(OVERDUE);
        assertThat(ofAll).noneMatch(card -> card.contains(taken.toString()));
    }

    private static List<String> cards(String list) {
        return Pattern.compile("<article.*?</article>", Pattern.DOTALL)
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String card(List<String> cards, UUID referral) {
        return cards.stream()
                .filter(card -> card.contains(referral.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void standsBefore(List<String> cards, UUID first, UUID other) {
        assertThat(cards).containsSubsequence(card(cards, first), card(cards, other));
        assertThat(cards.stream().map(card -> !card.contains(OVERDUE))).isSorted();
    }

    @Test
    void anOfferDoesNotExpireOverALongWeekend() {
        var id = posted("weekend");
        var deadline = due(id);
        assertThat(Duration.between(clock.instant(), deadline)).isGreaterThan(Duration.ofDays(7));
        nypi.declines(id, "NO_CAPACITY").is(200);
        assertThat(due(id)).isAfterOrEqualTo(deadline);
    }

    @Test
    void acceptingInTimeLeavesNothingToExpire() {
        var id = posted("in-time");
        goesBy(DAY, List.of(id));
        nypi.accepts(id).is(200);
        nypi.contacts(id).is(200);
        goesBy(Duration.ofDays(13), List.of(id));
        assertThat(events.happenedTo(id)).containsExactly("submitted", "offered", "accepted", "contacted");
        goesBy(Duration.ofDays(2), List.of(id));
        await().untilAsserted(() -> assertThat(events.happenedTo(id)).last().isEqualTo("overdue"));
    }
}
