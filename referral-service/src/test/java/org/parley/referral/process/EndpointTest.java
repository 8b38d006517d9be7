package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What becomes of an endpoint that fails, and what its center can do about it. Two retries, and that was it. */
@ExtendWith(Patience.class)
@Import(MovableClock.Injected.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:two-centers.csv",
            "parley.referral.timekeeping.outage-after=3650d",
            "parley.webhooks.allow-private=true",
            "parley.webhooks.poll=50ms",
            "parley.webhooks.retries=50ms,50ms",
            "parley.webhooks.breaker-pause=50ms"
        })
class EndpointTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static final String OFFER = "org.parley.inbox.offer.v1";

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MeterRegistry meters;

    private Precinct precinct;
    private Center cms;
    private Receiver receiver;
    private final String test = UUID.randomUUID().toString();

    @BeforeEach
    void aCenterHasAnEndpoint() throws IOException {
        precinct = Precinct.of(port, "PCT-110");
        cms = Center.of(port, "cms");
        receiver = new Receiver();
        cms.acknowledges(cms.inbox().size()).is(200);
        registers();
    }

    @AfterEach
    void theEndpointIsGone() {
        cms.unregisters();
        receiver.close();
    }

    private void registers() {
        var secret = cms.registers(receiver.url()).is(200).text("secret");
        if (!secret.isEmpty()) {
            receiver.trusts(secret);
        }
    }

    private UUID refers(String reference) {
        return precinct.posts(Precinct.noise(test + reference).replace("PCT-075", "PCT-110"))
                .is(201)
                .id();
    }

    /** All of them are in the center's feed, and in its order, which need not be that of the posts. */
    private List<UUID> refersMany(int many) {
        var ids = IntStream.range(0, many).mapToObj(n -> refers("-" + n)).toList();
        ids.forEach(id ->
                await().untilAsserted(() -> assertThat(cms.hasBeenTold(id)).isNotEmpty()));
        return cms.inbox().stream()
                .map(entry -> UUID.fromString(entry.path("referral").asString()))
                .filter(ids::contains)
                .distinct()
                .toList();
    }

    private List<String> toldOf(UUID referral) {
        return receiver.toldOf(referral);
    }

    private long number(UUID referral) {
        return cms.inbox().stream()
                .filter(entry -> entry.path("referral").asString().equals(referral.toString()))
                .findFirst()
                .orElseThrow()
                .path("n")
                .asLong();
    }

    private String deliveryOf(UUID referral) {
        return "cms/" + number(referral);
    }

    /** The outcomes of the attempts for an entry, in order. */
    private List<String> outcomes(long n) {
        var outcomes = new ArrayList<String>();
        for (var item : cms.deliveries(1000).is(200).body().path("items")) {
            if (item.path("n").asLong() == n) {
                outcomes.addFirst(item.path("outcome").asString());
            }
        }
        return outcomes;
    }

    private void stays(ThrowingRunnable assertion) {
        await().during(A_WHILE).untilAsserted(assertion);
    }

    private void isDisabled(String reason) {
        await().untilAsserted(
                        () -> assertThat(cms.endpoint().is(200).text("state")).isEqualTo("DISABLED"));
        assertThat(cms.endpoint().text("reason")).isEqualTo(reason);
    }

    @Test
    void isLeftAloneForAsLongAsItAsks() {
        receiver.answers(429, "3600");
        var first = refers("-first");
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(1));
        receiver.answers(204);
        var other = refers("-other");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(other)).isNotEmpty());
        stays(() -> assertThat(receiver.attempted()).hasSize(1));
        clock.forward(Duration.ofMinutes(58));
        stays(() -> assertThat(receiver.attempted()).hasSize(1));
        clock.forward(Duration.ofMinutes(3));
        await().untilAsserted(() -> {
            assertThat(toldOf(first)).containsExactly(OFFER);
            assertThat(toldOf(other)).containsExactly(OFFER);
        });
    }

    @Test
    void isSentNothingMoreInTheSameRoundWhenItAsksForPatience() {
        cms.unregisters();
        var ids = refersMany(4);
        receiver.answers(503, "60");
        registers();
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(1));
        stays(() -> assertThat(receiver.attempted()).hasSize(1));
        receiver.answers(204);
        clock.forward(Duration.ofMinutes(2));
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).containsExactly(OFFER)));
    }

    @Test
    void isSentNothingAfterItSaidThatItIsGone() {
        receiver.answers(503, "60");
        var waiting = refers("-waiting");
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(1));
        cms.unregisters();
        var ids = refersMany(5);
        receiver.answers(410);
        var before = disabled("GONE");
        registers();
        isDisabled("GONE");
        stays(() -> assertThat(receiver.attempted()).hasSize(2));
        assertThat(disabled("GONE")).isEqualTo(before + 1);
        assertThat(cms.endpoint().text("stateSince"))
                .isGreaterThan(cms.endpoint().text("since"));
        assertThat(cms.endpoint().text("failingSince")).isNotEmpty();

        receiver.answers(204);
        var later = refers("-later");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(later)).isNotEmpty());
        stays(() -> assertThat(receiver.attempted()).hasSize(2));

        registers();
        assertThat(cms.endpoint().text("state")).isEqualTo("ACTIVE");
        assertThat(cms.endpoint().text("reason")).isEmpty();
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).containsExactly(OFFER)));
        await().untilAsserted(() -> assertThat(toldOf(later)).containsExactly(OFFER));
        await().untilAsserted(() -> assertThat(toldOf(waiting)).containsExactly(OFFER));
        assertThat(cms.endpoint().text("failingSince")).isEmpty();
    }

    private double disabled(String reason) {
        var counter =
                meters.find("parley.webhooks.disabled").tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void isDisabledWhenItHasTakenNothingForFiveDays() {
        receiver.answers(500);
        var first = refers("-first");
        await().untilAsserted(
                        () -> assertThat(outcomes(number(first))).containsExactly("FAILED", "FAILED", "GIVEN_UP"));
        assertThat(cms.endpoint().text("failingSince")).isNotEmpty();

        clock.forward(DAY.multipliedBy(5).minusHours(1));
        var second = refers("-second");
        await().untilAsserted(() -> assertThat(outcomes(number(second))).hasSize(3));
        assertThat(cms.endpoint().text("state")).isEqualTo("ACTIVE");

        clock.forward(Duration.ofHours(2));
        var third = refers("-third");
        isDisabled("FAILING");
        assertThat(outcomes(number(third))).containsExactly("FAILED");
        var attempts = receiver.attempted().size();
        receiver.answers(204);
        stays(() -> assertThat(receiver.attempted()).hasSize(attempts));

        registers();
        await().untilAsserted(() -> assertThat(toldOf(third)).containsExactly(OFFER));
    }

    @Test
    void isNotDisabledWhenItTookSomethingMeanwhile() {
        receiver.answers(500);
        var failed = refers("-failed");
        await().untilAsserted(() -> assertThat(outcomes(number(failed))).hasSize(3));
        receiver.answers(204);
        var taken = refers("-taken");
        await().untilAsserted(() -> assertThat(toldOf(taken)).isNotEmpty());
        await().untilAsserted(
                        () -> assertThat(cms.endpoint().text("failingSince")).isEmpty());
        clock.forward(DAY.multipliedBy(6));
        receiver.answers(500);
        var again = refers("-again");
        await().untilAsserted(() -> assertThat(outcomes(number(again))).hasSize(3));
        assertThat(cms.endpoint().text("state")).isEqualTo("ACTIVE");
        assertThat(Instant.parse(cms.endpoint().text("failingSince")))
                .isAfter(clock.instant().minus(DAY));
    }

    @Test
    void isToldTheRestWhenAnEntryIsLeftInTheInbox() {
        receiver.refuses(OFFER);
        var id = refers("-left");
        await().untilAsserted(() -> assertThat(receiver.attempted()).isNotEmpty());
        precinct.withdraws(id, "RESOLVED").is(200);
        await().untilAsserted(() -> assertThat(toldOf(id)).containsExactly("org.parley.inbox.offer-withdrawn.v1"));
        assertThat(outcomes(number(id))).containsExactly("FAILED", "FAILED", "GIVEN_UP");
        assertThat(cms.hasBeenTold(id)).containsExactly("OFFER", "OFFER_WITHDRAWN");
    }

    @Test
    void seesWhatBecameOfEachAttempt() {
        var taken = refers("-taken");
        await().untilAsserted(() -> assertThat(outcomes(number(taken))).containsExactly("TAKEN"));
        receiver.close();
        var failed = refers("-failed");
        await().untilAsserted(() -> assertThat(outcomes(number(failed))).hasSize(3));
        var log = cms.deliveries(4).is(200).body().path("items");
        assertThat(log).hasSize(4);
        assertThat(log.path(0).path("outcome").asString()).isEqualTo("GIVEN_UP");
        assertThat(log.path(0).path("status").isNull()).isTrue();
        assertThat(log.path(0).path("error").asString()).isEqualTo("HttpHostConnectException");
        assertThat(log.path(3).propertyNames())
                .containsExactlyInAnyOrder("n", "at", "outcome", "status", "error", "bytes", "took");
        assertThat(log.path(3).path("n").asLong()).isEqualTo(number(taken));
        assertThat(log.path(3).path("status").asInt()).isEqualTo(204);
        assertThat(Instant.parse(log.path(3).path("at").asString()))
                .isBefore(Instant.parse(log.path(0).path("at").asString()));
    }

    @Test
    void canBeTestedWhateverItsState() {
        receiver.answers(202);
        assertThat(cms.testsItsEndpoint().is(200).body().path("status").asInt()).isEqualTo(202);
        assertThat(receiver.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.path("type").asString()).isEqualTo("org.parley.inbox.test.v1");
            assertThat(receiver.attempted()).containsExactly(notice.path("id").asString());
        });
        receiver.answers(410);
        refers("-gone");
        isDisabled("GONE");
        assertThat(cms.testsItsEndpoint().is(200).body().path("status").asInt()).isEqualTo(410);
        receiver.close();
        var unanswered = cms.testsItsEndpoint().is(200);
        assertThat(unanswered.body().path("status").isNull()).isTrue();
        assertThat(unanswered.text("error")).endsWith("Exception");
        cms.unregisters();
        cms.testsItsEndpoint().isProblem(404, "not-found");
    }

    @Test
    void signsWithTheOldSecretForADayAfterItWasRotated() {
        var old = cms.registers(receiver.url(), "whsec_b2xkLXNlY3JldC1vZi10aGUtY2VudGVyLTAwMDAwMA==");
        assertThat(old.is(200).text("secret")).isEmpty();
        receiver.trusts("whsec_b2xkLXNlY3JldC1vZi10aGUtY2VudGVyLTAwMDAwMA==");
        var fresh = cms.rotatesItsSecret().is(200).text("secret");
        assertThat(fresh).startsWith("whsec_");
        assertThat(cms.endpoint().text("secret")).isEmpty();

        var first = refers("-old");
        await().untilAsserted(() -> assertThat(toldOf(first)).containsExactly(OFFER));
        receiver.trusts(fresh);
        var second = refers("-new");
        await().untilAsserted(() -> assertThat(toldOf(second)).containsExactly(OFFER));
        assertThat(signatures()).isEqualTo(2);

        clock.forward(DAY.plusMinutes(1));
        var third = refers("-later");
        await().untilAsserted(() -> assertThat(toldOf(third)).containsExactly(OFFER));
        assertThat(signatures()).as("of the newest alone").isEqualTo(1);
        assertThat(receiver.unsigned()).isZero();
    }

    private int signatures() {
        return receiver.signatures().getLast().split(" ", -1).length;
    }

    @Test
    void hasNoSecretToRotateWithoutAnEndpoint() {
        cms.unregisters();
        cms.rotatesItsSecret().isProblem(404, "not-found");
        cms.asksAgainFor("{\"from\": 1}").isProblem(404, "not-found");
        cms.endpoint().isProblem(404, "not-found");
    }

    @Test
    void isToldAgainWhatItAsksFor() {
        var ids = refersMany(6);
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1)));
        var from = number(ids.get(1));
        var to = number(ids.get(3));
        var before = receiver.attempted().size();
        var asked =
                cms.asksAgainFor("{\"from\": " + from + ", \"to\": " + to + "}").is(202);
        assertThat(asked.body().path("pending").asLong()).isEqualTo(3);
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(before + 3));
        assertThat(receiver.attempted().subList(before, before + 3))
                .containsExactly("cms/" + from, "cms/" + (from + 1), "cms/" + to);

        var fresh = refers("-fresh");
        await().untilAsserted(() -> assertThat(toldOf(fresh)).containsExactly(OFFER));
        stays(() -> assertThat(receiver.attempted()).hasSize(before + 4));
    }

    @Test
    void isToldAgainAllSinceThoughItHasAcknowledgedIt() {
        var ids = refersMany(25);
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1)));
        cms.acknowledges(cms.inbox().size()).is(200);
        receiver.refuses(OFFER);
        cms.asksAgainFor("{\"from\": " + number(ids.getFirst()) + "}").is(202);
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSizeGreaterThan(25));
        receiver.refuses("");
        ids.subList(5, 25)
                .forEach(
                        id -> await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(2)));
        assertThat(cms.unread().body().path("entries")).isEmpty();
    }

    @Test
    void isToldAgainInOrderWhateverFails() {
        var id = refers("-twice");
        await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1));
        precinct.withdraws(id, "RESOLVED").is(200);
        await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(2));
        receiver.refuses(OFFER);
        var before = receiver.attempted().size();
        var n = number(id);
        cms.asksAgainFor("{\"from\": " + n + "}").is(202);
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(before + 4));
        assertThat(receiver.attempted().subList(before, before + 4))
                .containsExactly("cms/" + n, "cms/" + n, "cms/" + n, "cms/" + (n + 1));
    }

    @Test
    void isNotToldOfALaterThingBeforeWhatItAskedFor() {
        var ids = refersMany(25);
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1)));
        var last = ids.getLast();
        receiver.answers(410);
        refers("-gone");
        isDisabled("GONE");
        cms.asksAgainFor("{\"from\": " + number(ids.getFirst()) + "}").is(202);
        precinct.withdraws(last, "RESOLVED").is(200);
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(last)).hasSize(2));
        receiver.answers(204);
        registers();
        await().untilAsserted(() ->
                assertThat(toldOf(last)).containsExactly(OFFER, OFFER, "org.parley.inbox.offer-withdrawn.v1"));
    }

    @Test
    void asksForNothingTwice() {
        var ids = refersMany(3);
        ids.forEach(id -> await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1)));
        receiver.answers(410);
        refers("-gone");
        isDisabled("GONE");
        var before = receiver.attempted().size();
        var range = "{\"from\": " + number(ids.getFirst()) + ", \"to\": " + number(ids.getLast()) + "}";
        cms.asksAgainFor(range).is(202);
        assertThat(cms.asksAgainFor(range).is(202).body().path("pending").asLong())
                .isEqualTo(3);
        var beyond = "{\"from\": " + number(ids.getFirst()) + ", \"to\": " + (number(ids.getLast()) + 500) + "}";
        assertThat(cms.asksAgainFor(beyond).is(202).body().path("pending").asLong())
                .as("what was not delivered yet is delivered anyway")
                .isEqualTo(3);
        receiver.answers(204);
        registers();
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(before + 4));
        stays(() -> assertThat(receiver.attempted()).hasSize(before + 4));
        assertThat(new HashSet<>(receiver.attempted().subList(before, before + 4)))
                .contains(deliveryOf(ids.getFirst()), deliveryOf(ids.getLast()));
    }

    @Test
    void losesNeitherTheRoundNorWhatItAsksForInTheMiddleOfIt() {
        var id = refers("-first");
        await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(1));
        receiver.hesitates();
        var under = refers("-under-way");
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(2));
        cms.asksAgainFor("{\"from\": " + number(id) + ", \"to\": " + number(id) + "}")
                .is(202);
        receiver.answersAtLast();
        await().untilAsserted(() -> assertThat(toldOf(id)).hasSize(2));
        stays(() -> assertThat(toldOf(under)).containsExactly(OFFER));
    }

    @Test
    void answersOneTestAtATime() {
        receiver.hesitates();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> cms.testsItsEndpoint());
            await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(1));
            cms.testsItsEndpoint().isProblem(409, "test-under-way");
            receiver.answersAtLast();
            await().untilAsserted(() -> assertThat(first).isDone());
        }
        cms.testsItsEndpoint().is(200);
    }
}
