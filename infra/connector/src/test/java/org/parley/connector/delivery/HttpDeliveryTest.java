package org.parley.connector.delivery;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.connector.FakePlatform;
import org.parley.connector.FakePlatform.Fault;
import org.parley.connector.rows.Referral;
import tools.jackson.databind.json.JsonMapper;

class HttpDeliveryTest {

    private static final Referral REFERRAL = referral("nyc311-7");

    private final FakePlatform platform = new FakePlatform();
    private final HttpDelivery delivery =
            new HttpDelivery(platform.as("connector", "connector"), Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        delivery.close();
        platform.close();
    }

    @Test
    void isAcceptedOnceAndADuplicateFromThenOn() throws InterruptedException {
        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Accepted());
        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Duplicate());
        assertThat(platform.referrals()).containsOnlyKeys("nyc311-7");
    }

    @Test
    void isRefusedWithTheProblemsFields() throws InterruptedException {
        var pets = Referral.ofUnknownParties("nyc311-8", "PCT-075", "PETS", Instant.EPOCH, null);

        assertThat(delivery.deliver(pets)).isEqualTo(new Outcome.Refused("invalid-field", "/type unknown"));
        assertThat(platform.calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "UNAVAILABLE", "BROKEN", "LOST_BEFORE", "TOKEN_EXPIRED"})
    void triesAgainUntilItIsAccepted(Fault fault) throws InterruptedException {
        platform.next(fault);

        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Accepted());
        assertThat(platform.calls()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_AFTER", "UNAVAILABLE_AFTER"})
    void countsItsOwnLostAttemptAsAccepted(Fault fault) throws InterruptedException {
        platform.next(fault);

        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Accepted());
        assertThat(platform.calls()).hasSize(2);
    }

    @Test
    void countsWhatWasThereBeforeAsADuplicateThoughAnAttemptWasLost() throws InterruptedException {
        platform.had("nyc311-7", JsonMapper.shared().valueToTree(REFERRAL), Duration.ofSeconds(30));
        platform.next(Fault.LOST_AFTER, Fault.UNAVAILABLE);

        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Duplicate());
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws InterruptedException {
        platform.next(Fault.BUSY);

        delivery.deliver(REFERRAL);

        assertThat(Duration.between(
                        platform.calls().getFirst(), platform.calls().getLast()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void getsANewTokenWhenTheOldOneIsNoLongerTaken() throws InterruptedException {
        delivery.deliver(REFERRAL);
        platform.expireToken();

        assertThat(delivery.deliver(referral("nyc311-9"))).isEqualTo(new Outcome.Accepted());
        assertThat(platform.tokensGiven()).isEqualTo(2);
    }

    @Test
    void doesNotTurnInCirclesWhenNoTokenIsTaken() throws InterruptedException {
        platform.next(Fault.TOKEN_EXPIRED, Fault.TOKEN_EXPIRED);

        assertThat(delivery.deliver(REFERRAL)).isEqualTo(new Outcome.Refused("http-401", ""));
    }

    @Test
    void ridesOutARestart() {
        platform.stop();
        var outcome = CompletableFuture.supplyAsync(() -> outcome(delivery, REFERRAL), Thread::startVirtualThread);
        CompletableFuture.delayedExecutor(700, MILLISECONDS, Thread::startVirtualThread)
                .execute(platform::start);

        assertThat(outcome).succeedsWithin(Duration.ofSeconds(15)).isEqualTo(new Outcome.Accepted());
    }

    @Test
    void givesUpWhenPatienceEndsAndDoesNotEvenTryTheRest() {
        platform.stop();
        try (var impatient = new HttpDelivery(platform.as("connector", "connector"), Duration.ofSeconds(1))) {
            assertThat(outcome(impatient, REFERRAL))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            gone -> assertThat(gone.detail()).startsWith("no token from http://127.0.0.1"));
            assertThat(outcome(impatient, referral("nyc311-9")))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            gone -> assertThat(gone.detail()).startsWith("not tried"));
        }
    }

    @Test
    void givesUpTheRestAsWellWhenThePlatformIsThereButCanDoNothing() {
        platform.next(Collections.nCopies(50, Fault.UNAVAILABLE).toArray(Fault[]::new));
        try (var impatient = new HttpDelivery(platform.as("connector", "connector"), Duration.ofSeconds(1))) {
            assertThat(outcome(impatient, REFERRAL))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            gone -> assertThat(gone.detail()).contains("answers 503"));
            assertThat(outcome(impatient, referral("nyc311-9")))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            gone -> assertThat(gone.detail()).startsWith("not tried"));
        }
    }

    @Test
    void saysAtOnceThatTheSecretIsWrong() {
        try (var stranger = new HttpDelivery(platform.as("connector", "guess"), Duration.ofSeconds(20))) {
            assertThatThrownBy(stranger::open)
                    .isInstanceOf(IssuerRefused.class)
                    .hasMessage("the issuer gives the client connector no token: 401 invalid_client");
        }
    }

    private static Outcome outcome(Delivery delivery, Referral referral) {
        try {
            return delivery.deliver(referral);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Referral referral(String reference) {
        return Referral.ofUnknownParties(reference, "PCT-075", "NOISE", Instant.parse("2018-05-06T18:22:00Z"), null);
    }
}
