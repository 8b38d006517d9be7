package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.referral.ReferralFixture.CENTER;
import static org.parley.referral.ReferralFixture.DAY_AFTER;
import static org.parley.referral.ReferralFixture.MONDAY_MORNING;
import static org.parley.referral.ReferralFixture.NEXT_DAY;
import static org.parley.referral.ReferralFixture.NYPI;
import static org.parley.referral.ReferralFixture.PRECINCT;
import static org.parley.referral.ReferralFixture.RED_HOOK;
import static org.parley.referral.ReferralFixture.SESSION;
import static org.parley.referral.ReferralFixture.SESSION_AT;
import static org.parley.referral.ReferralFixture.SESSION_HEARD_OF;
import static org.parley.referral.ReferralFixture.accepted;
import static org.parley.referral.ReferralFixture.by;
import static org.parley.referral.ReferralFixture.moved;
import static org.parley.referral.ReferralFixture.noise;
import static org.parley.referral.ReferralFixture.offered;
import static org.parley.referral.ReferralFixture.origin;
import static org.parley.referral.ReferralFixture.scheduled;
import static org.parley.referral.ReferralFixture.session;
import static org.parley.referral.ReferralFixture.submittedNoise;
import static org.parley.referral.ReferralFixture.voided;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralEvent.What;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Refused;
import org.parley.referral.routing.Choice;
import org.parley.referral.routing.TwoCenters;

class ReferralTest {

    private static Optional<Choice> next(Referral referral) {
        return TwoCenters.router().next(noise().matter(), referral.asked());
    }

    @Test
    void isSubmittedAndOfferedInOneMove() {
        var events = submittedNoise().events();
        assertThat(events).extracting(ReferralEvent::what).containsExactly(What.SUBMITTED, What.OFFERED);
        assertThat(events.getFirst().after().state()).isEqualTo(State.SUBMITTED);
        assertThat(events.getLast().after().state()).isEqualTo(State.OFFERED);
        assertThat(offered().openOffer().orElseThrow().center()).isEqualTo(NYPI);
        assertThat(offered().openOffer().orElseThrow().why()).contains("serves BROOKLYN", "works in en");
    }

    @Test
    void waitsForACoordinatorWhereNoCenterServesTheBorough() {
        var after = Referral.submitted(noise(), origin(), Optional.empty(), by(PRECINCT, MONDAY_MORNING))
                .after();
        assertThat(after.state()).isEqualTo(State.UNPLACED);
        assertThat(after.offers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void isScreenedOutWithoutAnOffer(Stop stop) {
        var event = Referral.screenedOut(noise(), origin(), stop, by(PRECINCT, MONDAY_MORNING))
                .events()
                .getFirst();
        assertThat(event.after().state()).isEqualTo(State.SCREENED_OUT);
        assertThat(event.after().offers()).isEmpty();
        assertThat(event.reason()).isEqualTo(stop.name());
    }

    @Nested
    class Answering {

        @Test
        void acceptsWhatWasOffered() {
            var after = accepted();
            assertThat(after.state()).isEqualTo(State.ACCEPTED);
            assertThat(after.isHeldBy(NYPI)).isTrue();
            assertThat(after.openOffer()).isEmpty();
            assertThat(after.offerTo(NYPI).orElseThrow().decidedAt()).isEqualTo(NEXT_DAY);
        }

        @Test
        void answersTheSameWhenAcceptedTwice() {
            assertThat(accepted().accept(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Already());
            assertThat(scheduled().accept(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Already());
        }

        @Test
        void isNotThereForACenterThatWasNotAsked() {
            assertThat(offered().accept(RED_HOOK, by(CENTER, NEXT_DAY))).isEqualTo(new Refused(Refusal.NEVER_OFFERED));
            assertThat(offered().decline(RED_HOOK, "NO_CAPACITY", next(offered()), by(CENTER, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.NEVER_OFFERED));
        }

        @Test
        void isOfferedToTheNextCenterWhenDeclined() {
            var moved = moved(offered().decline(NYPI, "NO_CAPACITY", next(offered()), by(CENTER, NEXT_DAY)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.DECLINED, What.OFFERED);
            assertThat(moved.events().getFirst().after().openOffer()).isEmpty();
            assertThat(moved.events().getFirst().reason()).isEqualTo("NO_CAPACITY");
            assertThat(moved.after().state()).isEqualTo(State.OFFERED);
            assertThat(moved.after().openOffer().orElseThrow().center()).isEqualTo(RED_HOOK);
            assertThat(moved.after().openOffer().orElseThrow().number()).isEqualTo(2);
        }

        @Test
        void isUnplacedWhenTheLastCenterDeclines() {
            var second = moved(offered().decline(NYPI, "NO_CAPACITY", next(offered()), by(CENTER, NEXT_DAY)))
                    .after();
            var moved = moved(second.decline(RED_HOOK, "LANGUAGE", next(second), by(CENTER, DAY_AFTER)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.DECLINED);
            assertThat(moved.after().state()).isEqualTo(State.UNPLACED);
        }

        @Test
        void answersTheSameWhenDeclinedTwiceForTheSameReason() {
            var declined = moved(offered().decline(NYPI, "NO_CAPACITY", next(offered()), by(CENTER, NEXT_DAY)))
                    .after();
            assertThat(declined.decline(NYPI, "NO_CAPACITY", next(declined), by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Already());
            assertThat(declined.decline(NYPI, "LANGUAGE", next(declined), by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.OFFER_OVER));
        }

        @Test
        void cannotBeAcceptedAfterItWentElsewhere() {
            var elsewhere = moved(offered().decline(NYPI, "NO_CAPACITY", next(offered()), by(CENTER, NEXT_DAY)))
                    .after();
            assertThat(elsewhere.accept(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Refused(Refusal.OFFER_OVER));
        }

        @Test
        void cannotBeDeclinedOnceAccepted() {
            assertThat(accepted().decline(NYPI, "NO_CAPACITY", next(accepted()), by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.OFFER_OVER));
        }
    }

    @Nested
    class Working {

        @Test
        void isScheduledAndScheduledAnew() {
            assertThat(scheduled().state()).isEqualTo(State.SCHEDULED);
            assertThat(scheduled().schedule(NYPI, SESSION_AT, by(CENTER, NEXT_DAY)))
                    .isEqualTo(new Already());
            var later = SESSION_AT.plusSeconds(3600);
            assertThat(moved(scheduled().schedule(NYPI, later, by(CENTER, NEXT_DAY)))
                            .after()
                            .placement())
                    .isEqualTo(new Placement(NYPI, NEXT_DAY, DAY_AFTER, later));
        }

        @Test
        void isWorkedOnOnlyByTheCenterThatAccepted() {
            assertThat(offered().schedule(NYPI, SESSION_AT, by(CENTER, NEXT_DAY)))
                    .isEqualTo(new Refused(Refusal.NOT_ACCEPTED));
            assertThat(offered().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.NOT_ACCEPTED));
            assertThat(accepted().close(RED_HOOK, "NO_SHOW", by(CENTER, DAY_AFTER)))
                    .isEqualTo(new Refused(Refusal.NEVER_OFFERED));
        }

        @Test
        void isClosedOnce() {
            var closed = moved(accepted().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                    .after();
            assertThat(closed.state()).isEqualTo(State.CLOSED);
            assertThat(closed.ending()).isEqualTo(new Ending(DAY_AFTER, "NO_SHOW", null));
            assertThat(closed.close(NYPI, "NO_SHOW", by(CENTER, SESSION_AT))).isEqualTo(new Already());
            assertThat(closed.close(NYPI, "MEDIATED", by(CENTER, SESSION_AT))).isEqualTo(new Refused(Refusal.OVER));
            assertThat(closed.schedule(NYPI, SESSION_AT, by(CENTER, NEXT_DAY))).isEqualTo(new Refused(Refusal.OVER));
        }
    }

    @Nested
    class Sessions {

        @ParameterizedTest
        @CsvSource({"AGREEMENT_ALL, WHOLE", "AGREEMENT_MOST, PARTLY", "AGREEMENT_SOME, PARTLY", "NO_AGREEMENT, NOT"})
        void closeItWithTheirResult(Outcome outcome, Resolution resolution) {
            var moved = moved(scheduled().sessionHeld(NYPI, session(outcome), by(Actor.SYSTEM, SESSION_HEARD_OF)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.SESSION_HELD, What.CLOSED);
            assertThat(moved.events().getFirst().after().state()).isEqualTo(State.SCHEDULED);
            assertThat(moved.after().state()).isEqualTo(State.CLOSED);
            assertThat(moved.after().ending()).isEqualTo(new Ending(SESSION_HEARD_OF, "MEDIATED", resolution));
        }

        @Test
        void goOnAfterProgress() {
            var moved =
                    moved(scheduled().sessionHeld(NYPI, session(Outcome.PROGRESS), by(Actor.SYSTEM, SESSION_HEARD_OF)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.SESSION_HELD);
            assertThat(moved.after().state()).isEqualTo(State.SCHEDULED);
        }

        @Test
        void countOnce() {
            var closed = moved(scheduled()
                            .sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();
            assertThat(closed.sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .isEqualTo(new Already());
        }

        @Test
        void countForTheCenterThatHasTheReferralOnly() {
            assertThat(accepted()
                            .sessionHeld(RED_HOOK, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .isEqualTo(new Refused(Refusal.NEVER_OFFERED));
            assertThat(offered().sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .isEqualTo(new Refused(Refusal.NOT_ACCEPTED));
        }

        @Test
        void areReplacedByALaterWordOnThem() {
            var first = moved(scheduled()
                            .sessionHeld(NYPI, session(Outcome.PROGRESS), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();
            var corrected = new HeldSession(SESSION, 2, Outcome.AGREEMENT_SOME, SESSION_AT);
            var after = moved(first.sessionHeld(NYPI, corrected, by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();
            assertThat(after.sessions()).containsExactly(corrected);
            assertThat(after.state()).isEqualTo(State.CLOSED);
        }

        @Test
        void thatAreVoidedCountNoMoreAndReopenNothing() {
            var closed = moved(scheduled()
                            .sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();

            var moved = moved(closed.sessionHeld(NYPI, voided(), by(Actor.SYSTEM, NEXT_DAY)));

            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.SESSION_VOIDED);
            assertThat(moved.after().state()).isEqualTo(State.CLOSED);
            assertThat(moved.after().ending()).isEqualTo(new Ending(SESSION_HEARD_OF, "MEDIATED", null));
            assertThat(moved.after().sessions()).noneMatch(HeldSession::counts);
            assertThat(moved.after().sessionHeld(NYPI, voided(), by(Actor.SYSTEM, NEXT_DAY)))
                    .isEqualTo(new Already());
        }

        @Test
        void thatWereVoidedAreNotBroughtBackByWhatWasToldBefore() {
            var voided = moved(moved(scheduled()
                                    .sessionHeld(NYPI, session(Outcome.PROGRESS), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                            .after()
                            .sessionHeld(NYPI, voided(), by(Actor.SYSTEM, NEXT_DAY)))
                    .after();
            assertThat(voided.sessionHeld(NYPI, session(Outcome.PROGRESS), by(Actor.SYSTEM, NEXT_DAY)))
                    .isEqualTo(new Already());
        }

        @Test
        void thatNobodyHeardOfAreVoidedWithoutEffect() {
            assertThat(scheduled().sessionHeld(NYPI, voided(), by(Actor.SYSTEM, NEXT_DAY)))
                    .isEqualTo(new Already());
        }

        @Test
        void amendedAfterTheEndSayHowItWasResolvedAfterAll() {
            var closed = moved(scheduled()
                            .sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();
            var amended = new HeldSession(SESSION, 2, Outcome.NO_AGREEMENT, SESSION_AT);
            assertThat(moved(closed.sessionHeld(NYPI, amended, by(Actor.SYSTEM, NEXT_DAY)))
                            .after()
                            .ending())
                    .isEqualTo(new Ending(SESSION_HEARD_OF, "MEDIATED", Resolution.NOT));
        }

        @Test
        void tellHowItWasResolvedByTheLastSittingWhicheverIsHeardOfLast() {
            var first = new HeldSession(SESSION, 1, Outcome.NO_AGREEMENT, SESSION_AT);
            var second =
                    new HeldSession(UUID.randomUUID(), 1, Outcome.AGREEMENT_ALL, SESSION_AT.plus(Duration.ofDays(7)));
            var late = SESSION_AT.plus(Duration.ofDays(8));
            var closed = moved(scheduled().sessionHeld(NYPI, second, by(Actor.SYSTEM, late)))
                    .after();

            assertThat(moved(closed.sessionHeld(NYPI, first, by(Actor.SYSTEM, late)))
                            .after()
                            .ending())
                    .isEqualTo(new Ending(late, "MEDIATED", Resolution.WHOLE));
        }

        @Test
        void toldAgainWithNothingNewForTheReferralAreNotToldOn() {
            var first = moved(scheduled()
                            .sessionHeld(NYPI, session(Outcome.PROGRESS), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .after();
            var same = new HeldSession(SESSION, 2, Outcome.PROGRESS, SESSION_AT);
            assertThat(first.sessionHeld(NYPI, same, by(Actor.SYSTEM, NEXT_DAY)))
                    .isEqualTo(new Already());
        }

        @Test
        void heardOfAfterTheCenterClosedItTellHowItWasResolved() {
            var closed = moved(accepted().close(NYPI, "MEDIATED", by(CENTER, DAY_AFTER)))
                    .after();
            var moved = moved(
                    closed.sessionHeld(NYPI, session(Outcome.AGREEMENT_MOST), by(Actor.SYSTEM, SESSION_HEARD_OF)));
            assertThat(moved.events()).extracting(ReferralEvent::what).containsExactly(What.SESSION_HELD);
            assertThat(moved.after().ending()).isEqualTo(new Ending(DAY_AFTER, "MEDIATED", Resolution.PARTLY));
        }

        @Test
        void heardOfAfterAWithdrawalChangeNothing() {
            var withdrawn = moved(accepted().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                    .after();
            assertThat(withdrawn.sessionHeld(NYPI, session(Outcome.AGREEMENT_ALL), by(Actor.SYSTEM, SESSION_HEARD_OF)))
                    .isEqualTo(new Refused(Refusal.OVER));
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void takesBackTheOpenOffer() {
            var after = moved(offered().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                    .after();
            assertThat(after.state()).isEqualTo(State.WITHDRAWN);
            assertThat(after.offers()).extracting(Offer::state).containsExactly(Offer.State.WITHDRAWN);
            assertThat(after.accept(NYPI, by(CENTER, DAY_AFTER))).isEqualTo(new Refused(Refusal.OFFER_OVER));
        }

        @Test
        void leavesAnOfferThatWasAcceptedAsItIs() {
            var after = moved(scheduled().withdraw("SAFETY", by(PRECINCT, DAY_AFTER)))
                    .after();
            assertThat(after.offers()).extracting(Offer::state).containsExactly(Offer.State.ACCEPTED);
            assertThat(after.isWorkedOnBy(NYPI)).isFalse();
        }

        @Test
        void isDoneOnceAndNotAfterTheEnd() {
            var withdrawn = moved(offered().withdraw("RESOLVED", by(PRECINCT, DAY_AFTER)))
                    .after();
            assertThat(withdrawn.withdraw("DUPLICATE", by(PRECINCT, SESSION_AT)))
                    .isEqualTo(new Already());
            var closed = moved(accepted().close(NYPI, "NO_SHOW", by(CENTER, DAY_AFTER)))
                    .after();
            assertThat(closed.withdraw("RESOLVED", by(PRECINCT, SESSION_AT))).isEqualTo(new Refused(Refusal.OVER));
            var out = Referral.screenedOut(noise(), origin(), Stop.WEAPON, by(PRECINCT, MONDAY_MORNING))
                    .after();
            assertThat(out.withdraw("RESOLVED", by(PRECINCT, MONDAY_MORNING))).isEqualTo(new Refused(Refusal.OVER));
        }
    }

    @Test
    void nobodyIsAskedTwice() {
        assertThat(offered().asked()).isEqualTo(Set.of(NYPI));
    }
}
