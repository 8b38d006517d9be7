package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.referral.Actor.SYSTEM;
import static org.parley.referral.ReferralFixture.BEFORE_NOON;
import static org.parley.referral.ReferralFixture.CENTER;
import static org.parley.referral.ReferralFixture.CONTACT_PASSED;
import static org.parley.referral.ReferralFixture.COORDINATOR;
import static org.parley.referral.ReferralFixture.DAY_AFTER;
import static org.parley.referral.ReferralFixture.MONDAY_MORNING;
import static org.parley.referral.ReferralFixture.NEXT_DAY;
import static org.parley.referral.ReferralFixture.NYPI;
import static org.parley.referral.ReferralFixture.OFFER_PASSED;
import static org.parley.referral.ReferralFixture.PRECINCT;
import static org.parley.referral.ReferralFixture.RED_HOOK;
import static org.parley.referral.ReferralFixture.SESSION_AT;
import static org.parley.referral.ReferralFixture.SESSION_HEARD_OF;
import static org.parley.referral.ReferralFixture.accepted;
import static org.parley.referral.ReferralFixture.by;
import static org.parley.referral.ReferralFixture.moved;
import static org.parley.referral.ReferralFixture.noise;
import static org.parley.referral.ReferralFixture.offered;
import static org.parley.referral.ReferralFixture.onHold;
import static org.parley.referral.ReferralFixture.origin;
import static org.parley.referral.ReferralFixture.scheduled;
import static org.parley.referral.ReferralFixture.session;
import static org.parley.referral.ReferralFixture.submittedNoise;
import static org.parley.referral.ReferralFixture.urgent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.referral.Outages.Outage;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralEvent.What;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Refused;
import org.parley.referral.routing.Choice;
import org.parley.referral.routing.TwoCenters;

/** The less straight ways through a referral's life, and what is due on each of them. */
class CourseTest {

    private static Optional<Choice> next(Referral referral) {
        return TwoCenters.router().next(noise().matter(), referral.asked());
    }

    private static Referral after(Transition transition) {
        return moved(transition).after();
    }

    private static Referral unplaced() {
        return Referral.submitted(noise(), origin(), Optional.empty(), by(PRECINCT, MONDAY_MORNING))
                .after();
    }

    private static Choice byHand(String center) {
        return new Choice(TwoCenters.directory().find(center).orElseThrow(), List.of("placed by hand"));
    }

    private static Referral atItsTime(Referral referral) {
        var due = referral.due();
        assertThat(due).isNotNull();
        return after(referral.lapse(next(referral), Outages.NONE, by(SYSTEM, due.at())));
    }

    @Nested
    class WhatIsDue {

        static Stream<Referral> openOnes() {
            return Stream.of(
                    unplaced(),
                    offered(),
                    accepted(),
                    after(accepted().contact(NYPI, by(CENTER, DAY_AFTER))),
                    scheduled(),
                    onHold(),
                    after(onHold().release(NYPI, by(CENTER, DAY_AFTER))),
                    after(scheduled().sessionHeld(NYPI, session(Outcome.PROGRESS), by(SYSTEM, SESSION_HEARD_OF))),
                    after(accepted().transfer(NYPI, "LANGUAGE", next(accepted()), by(CENTER, DAY_AFTER))),
                    after(accepted().transfer(NYPI, "LANGUAGE", Optional.empty(), by(CENTER, DAY_AFTER))));
        }

        @ParameterizedTest
        @MethodSource("openOnes")
        void isSomethingInEveryOpenState(Referral open) {
            assertThat(open.state().isOpen()).isTrue();
            assertThat(open.due()).isNotNull();
        }

        @ParameterizedTest
        @MethodSource("openOnes")
        void bringsItUpAgainAndAgainAsLongAsNothingHappens(Referral open) {
            var now = open;
            for (var times = 0; times < 10; times++) {
                now = atItsTime(now);
                assertThat(now.due()).isNotNull();
            }
            assertThat(now.needsCoordinator()).isTrue();
        }

        @Test
        void isNothingAnyMoreOnceItHasEnded() {
            assertThat(after(accepted().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                            .due())
                    .isNull();
            assertThat(after(offered().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                            .due())
                    .isNull();
            assertThat(after(onHold().enterInError("TEST", by(PRECINCT, DAY_AFTER)))
                            .due())
                    .isNull();
        }

        @Test
        void isFirstContactThenASessionThenItsOutcome() {
            assertThat(accepted().due()).isEqualTo(due(Due.What.FIRST_CONTACT, NEXT_DAY, Duration.ofDays(5)));
            assertThat(after(accepted().contact(NYPI, by(CENTER, DAY_AFTER))).due())
                    .isEqualTo(due(Due.What.SCHEDULING, DAY_AFTER, Duration.ofDays(14)));
            assertThat(scheduled().due())
                    .isEqualTo(new Due(Due.What.OUTCOME, SESSION_AT.plus(Duration.ofDays(3)), 0, DAY_AFTER));
            assertThat(after(scheduled().sessionHeld(NYPI, session(Outcome.PROGRESS), by(SYSTEM, SESSION_HEARD_OF)))
                            .due())
                    .isEqualTo(due(Due.What.SCHEDULING, SESSION_HEARD_OF, Duration.ofDays(14)));
        }

        private static Due due(Due.What what, Instant since, Duration within) {
            return new Due(what, since.plus(within), 0, since);
        }

        @Test
        void doesNothingBeforeItsTime() {
            assertThat(offered().lapse(next(offered()), Outages.NONE, by(SYSTEM, OFFER_PASSED.minusMillis(1))))
                    .isEqualTo(new Already());
        }

        @Test
        void actsOnceAtItsTime() {
            var moved = moved(offered().lapse(next(offered()), Outages.NONE, by(SYSTEM, OFFER_PASSED)));
            assertThat(moved.events())
                    .extracting(ReferralEvent::what)
                    .containsExactly(What.OFFER_EXPIRED, What.OFFERED);
            assertThat(moved.after().openOffer().orElseThrow().center()).isEqualTo(RED_HOOK);
            assertThat(moved.after().offerTo(NYPI).orElseThrow().state()).isEqualTo(Offer.State.EXPIRED);
            assertThat(moved.after().lapse(next(moved.after()), Outages.NONE, by(SYSTEM, OFFER_PASSED)))
                    .isEqualTo(new Already());
            assertThat(moved.after().accept(NYPI, by(CENTER, OFFER_PASSED))).isEqualTo(new Refused(Refusal.OFFER_OVER));
        }

        @Test
        void isTheNextCentersTurnWhereAnOfferDidNotGetThereInHalfItsTime() {
            var half = offered().openOffer().orElseThrow().halfTime();
            assertThat(half).isBetween(OFFER_PASSED.minus(Duration.ofDays(10)), OFFER_PASSED.minus(Duration.ofDays(1)));
            assertThat(offered().undelivered(1, next(offered()), by(SYSTEM, half.minusMillis(1))))
                    .isEqualTo(new Already());
            assertThat(offered().undelivered(2, next(offered()), by(SYSTEM, half)))
                    .isEqualTo(new Already());

            var moved = moved(offered().undelivered(1, next(offered()), by(SYSTEM, half)));
            assertThat(moved.events())
                    .extracting(ReferralEvent::what)
                    .containsExactly(What.OFFER_EXPIRED, What.OFFERED);
            assertThat(moved.after().openOffer().orElseThrow().center()).isEqualTo(RED_HOOK);
            var missed = moved.after().offerTo(NYPI).orElseThrow();
            assertThat(missed.state()).isEqualTo(Offer.State.EXPIRED);
            assertThat(missed.reason()).isEqualTo("UNDELIVERED");
            assertThat(moved.after().undelivered(1, next(moved.after()), by(SYSTEM, OFFER_PASSED)))
                    .isEqualTo(new Already());
        }

        @Test
        void leavesItUnplacedWhenTheLastOfferExpires() {
            var last = atItsTime(atItsTime(offered()));
            assertThat(last.state()).isEqualTo(State.UNPLACED);
            assertThat(last.needsCoordinator()).isTrue();
        }

        @Test
        void countsANewOffersTimeFromNowHoweverLateTheLastOneExpired() {
            var late = OFFER_PASSED.plus(Duration.ofDays(30));
            var offer = after(offered().lapse(next(offered()), Outages.NONE, by(SYSTEM, late)))
                    .openOffer()
                    .orElseThrow();
            assertThat(offer.offeredAt()).isEqualTo(late);
            assertThat(offer.deadline()).isAfter(late.plus(Duration.ofDays(2)));
        }

        @Test
        void remindsItsCenterFirstAndThenTheCoordinator() {
            var reminded = after(accepted().lapse(Optional.empty(), Outages.NONE, by(SYSTEM, CONTACT_PASSED)));
            assertThat(reminded.state()).isEqualTo(State.ACCEPTED);
            assertThat(reminded.needsCoordinator()).isFalse();
            var escalated = atItsTime(reminded);
            assertThat(escalated.needsCoordinator()).isTrue();
            assertThat(after(escalated.contact(NYPI, by(CENTER, SESSION_AT))).needsCoordinator())
                    .isFalse();
        }

        @Test
        void isPutOffByTheTimeThatThePlatformWasAway() {
            var away = new Outage(OFFER_PASSED.minus(Duration.ofDays(2)), OFFER_PASSED.plus(Duration.ofDays(1)));
            var outages = new Outages(List.of(away));
            var really = OFFER_PASSED.plus(Duration.ofDays(3));
            assertThat(offered().lapse(next(offered()), outages, by(SYSTEM, really.minusMillis(1))))
                    .isEqualTo(new Already());
            assertThat(after(offered().lapse(next(offered()), outages, by(SYSTEM, really)))
                            .openOffer()
                            .orElseThrow()
                            .center())
                    .isEqualTo(RED_HOOK);
        }

        @Test
        void isNotPutOffByWhatWasBeforeItOrAfterIt() {
            var outages = new Outages(List.of(
                    new Outage(Instant.EPOCH, MONDAY_MORNING),
                    new Outage(OFFER_PASSED, OFFER_PASSED.plus(Duration.ofDays(9)))));
            var due = offered().due();
            assertThat(due).isNotNull();
            assertThat(outages.extended(due)).isEqualTo(OFFER_PASSED);
        }
    }

    @Nested
    class PlacingByHand {

        @Test
        void asksACenterThatHadDeclined() {
            var declined = after(offered().decline(NYPI, "NO_CAPACITY", Optional.empty(), by(CENTER, NEXT_DAY)));
            var placed = moved(declined.place(byHand(NYPI), by(COORDINATOR, DAY_AFTER)));
            assertThat(placed.events()).extracting(ReferralEvent::what).containsExactly(What.OFFERED);
            assertThat(placed.events().getFirst().actor()).isEqualTo(COORDINATOR);
            assertThat(placed.events().getFirst().reason()).isEqualTo("BY_HAND");
            assertThat(after(placed.after().accept(NYPI, by(CENTER, DAY_AFTER))).isHeldBy(NYPI))
                    .isTrue();
        }

        @Test
        void isOnlyForThoseThatNobodyIsAskedFor() {
            assertThat(offered().place(byHand(RED_HOOK), by(COORDINATOR, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.NOT_UNPLACED));
            assertThat(accepted().place(byHand(RED_HOOK), by(COORDINATOR, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.NOT_UNPLACED));
            assertThat(offered().place(byHand(NYPI), by(COORDINATOR, NEXT_DAY))).isEqualTo(new Already());
        }
    }

    @Nested
    class Holding {

        @Test
        void goesBackToWhereItWas() {
            assertThat(onHold().state()).isEqualTo(State.ON_HOLD);
            assertThat(after(onHold().release(NYPI, by(CENTER, DAY_AFTER))).state())
                    .isEqualTo(State.ACCEPTED);
            var planned = after(scheduled().putOnHold(NYPI, "SAFETY_REVIEW", SESSION_AT, by(CENTER, DAY_AFTER)));
            assertThat(after(planned.release(NYPI, by(CENTER, DAY_AFTER))).state())
                    .isEqualTo(State.SCHEDULED);
        }

        @Test
        void isDoneOnceAndChangedByAnotherDay() {
            assertThat(onHold().putOnHold(NYPI, "PARTY_UNAVAILABLE", SESSION_AT, by(CENTER, NEXT_DAY)))
                    .isEqualTo(new Already());
            var longer = after(onHold().putOnHold(NYPI, "PARTY_UNAVAILABLE", SESSION_HEARD_OF, by(CENTER, NEXT_DAY)));
            var hold = longer.hold();
            assertThat(hold).isNotNull();
            assertThat(hold.from()).isEqualTo(State.ACCEPTED);
            assertThat(hold.until()).isEqualTo(SESSION_HEARD_OF);
            assertThat(accepted().release(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Already());
        }

        @Test
        void keepsASessionFromBeingPlannedButNotTheEndFromComing() {
            assertThat(onHold().schedule(NYPI, SESSION_AT, by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.ON_HOLD));
            var closed = after(onHold().sessionHeld(NYPI, session(Outcome.NO_AGREEMENT), by(SYSTEM, SESSION_HEARD_OF)));
            assertThat(closed.state()).isEqualTo(State.CLOSED);
            assertThat(closed.hold()).isNull();
        }
    }

    @Nested
    class Transferring {

        @Test
        void asksTheNextCenterAndForgetsThePlacement() {
            var moved = moved(accepted().transfer(NYPI, "LANGUAGE", next(accepted()), by(CENTER, DAY_AFTER)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.TRANSFERRED, What.OFFERED);
            assertThat(moved.after().placement()).isNull();
            assertThat(moved.after().openOffer().orElseThrow().center()).isEqualTo(RED_HOOK);
            assertThat(moved.after().isWorkedOnBy(NYPI)).isFalse();
        }

        @Test
        void isTheSameWhenAskedTwiceAndOverForWhoGaveItBack() {
            var elsewhere = after(accepted().transfer(NYPI, "LANGUAGE", next(accepted()), by(CENTER, DAY_AFTER)));
            assertThat(elsewhere.transfer(NYPI, "LANGUAGE", Optional.empty(), by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Already());
            assertThat(elsewhere.accept(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Refused(Refusal.OFFER_OVER));
            assertThat(elsewhere.close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.NOT_ACCEPTED));
        }

        @Test
        void isNotPossibleOnceASessionIsPlanned() {
            assertThat(scheduled().transfer(NYPI, "LANGUAGE", next(scheduled()), by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.NOT_TRANSFERABLE));
        }
    }

    @Nested
    class Amending {

        @Test
        void bringsTheDeadlineForwardWhenItBecomesUrgent() {
            var amended = after(offered().amend(urgent(), origin(), _ -> BEFORE_NOON, by(PRECINCT, MONDAY_MORNING)));
            assertThat(amended.dispute()).isEqualTo(urgent());
            assertThat(amended.openOffer().orElseThrow().deadline()).isEqualTo(BEFORE_NOON);
            assertThat(atItsTime(amended).offerTo(NYPI).orElseThrow().decidedAt())
                    .isEqualTo(BEFORE_NOON);
        }

        @Test
        void changesNothingWhenNothingIsDifferent() {
            assertThat(offered().amend(noise(), origin(), _ -> BEFORE_NOON, by(PRECINCT, NEXT_DAY)))
                    .isEqualTo(new Already());
        }

        @Test
        void isTooLateOnceACenterHasTakenIt() {
            assertThat(accepted().amend(urgent(), origin(), _ -> BEFORE_NOON, by(PRECINCT, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.TAKEN));
            var withdrawn = after(offered().withdraw("RESOLVED", by(PRECINCT, NEXT_DAY)));
            assertThat(withdrawn.amend(urgent(), origin(), _ -> BEFORE_NOON, by(PRECINCT, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.OVER));
        }
    }

    @Test
    void isEnteredInErrorFromAnyOpenState() {
        for (var open : List.of(unplaced(), offered(), accepted(), scheduled(), onHold())) {
            var wrong = after(open.enterInError("WRONG_INCIDENT", by(PRECINCT, DAY_AFTER)));
            assertThat(wrong.state()).isEqualTo(State.ENTERED_IN_ERROR);
            assertThat(wrong.openOffer()).isEmpty();
            assertThat(wrong.enterInError("TEST", by(PRECINCT, DAY_AFTER))).isEqualTo(new Already());
            assertThat(wrong.withdraw("RESOLVED", by(PRECINCT, DAY_AFTER))).isEqualTo(new Refused(Refusal.OVER));
        }
    }

    @Test
    void remembersWhoDidWhatAndWhen() {
        assertThat(scheduled().history())
                .containsExactly(
                        new Step(MONDAY_MORNING, "SUBMITTED", PRECINCT, null, null),
                        new Step(MONDAY_MORNING, "OFFERED", SYSTEM, NYPI, null),
                        new Step(NEXT_DAY, "ACCEPTED", CENTER, NYPI, null),
                        new Step(DAY_AFTER, "SCHEDULED", CENTER, NYPI, null));
        assertThat(submittedNoise().after().asked()).isEqualTo(Set.of(NYPI));
    }
}
