package org.parley.faults.check;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import org.parley.faults.history.TrainingFound;
import org.parley.faults.history.TrainingFound.Seat;
import tools.jackson.databind.node.ObjectNode;

/** What is there and should not be, because nobody asked for it or whoever did was refused. */
class UnaskedTest {

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final String somebody = Story.id("somebody");

    @Test
    void acceptsAllThatMayHaveHappened() {
        for (var deed : Deed.values()) {
            story.history.replaceAll(asked -> asked.deed() == deed && asked.told() == Told.DONE
                    ? Story.with(asked, asked.body(), 1, Told.UNCERTAIN, asked.answer())
                    : asked);
        }
        run.isRight();
    }

    @Test
    void seesAReferralInTheStore() {
        story.stores("referrals", somebody);
        run.isSeenBy("unasked-referrals", "Nobody submitted referral " + somebody);
    }

    @Test
    void seesAReferralOnTheTopic() {
        story.tells("referral.submitted", somebody, Story.example("referral.submitted"));
        run.isSeenBy("unasked-referrals", "Nobody submitted referral " + somebody);
    }

    @Test
    void seesAReferralThatWasRefused() {
        story.changeTold(Deed.POST_REFERRAL, "r-open", Told.REFUSED);
        run.isSeenOnlyBy("unasked-referrals", run.open, "r-open");
    }

    @Test
    void seesAReferralThatIsNotWhatWasSubmittedInVain() {
        story.changeTold(Deed.POST_REFERRAL, "r-open", Told.UNCERTAIN);
        Story.change(story.referrals, "r-open", view -> view.put("occurredAt", "2026-11-20T03:30:00Z"));
        run.isSeenBy("unasked-referrals", run.open, "not what anybody submitted");
    }

    @Test
    void seesAReferralThatWasThereBeforeItWasSubmitted() {
        submittedBefore(Duration.ofMinutes(1));
        run.isSeenOnlyBy("unasked-referrals", run.declined);
    }

    @Test
    void acceptsTheTimeOfAWrongClock() {
        story.clockShifts.add(Duration.ofMinutes(-1));
        submittedBefore(Duration.ofMinutes(1));
        run.isRight();
    }

    @Test
    void seesATimeThatNoWrongClockExplains() {
        story.clockShifts.add(Duration.ofMinutes(1));
        submittedBefore(Duration.ofMinutes(1));
        run.isSeenOnlyBy("unasked-referrals", run.declined);
    }

    @Test
    void seesAnAcceptanceThatWasRefused() {
        story.changeTold(Deed.ACCEPT, run.withdrawn, Told.REFUSED);
        run.isSeenOnlyBy("unasked-steps", "accepted of " + run.withdrawn);
    }

    @Test
    void seesAWithdrawalWithAnotherReason() {
        story.changeData("referral.withdrawn", run.withdrawn, data -> data.put("reason", "DUPLICATE"));
        run.isSeenOnlyBy("unasked-steps", "withdrawn of " + run.withdrawn);
    }

    @Test
    void seesAStepBeforeItWasAskedFor() {
        moves("referral.declined", run.declined, Duration.ofSeconds(-3));
        run.isSeenOnlyBy("unasked-steps", "declined of " + run.declined);
    }

    @Test
    void seesAStepAfterItsOnlyAttemptWasAnswered() {
        moves("referral.declined", run.declined, Duration.ofSeconds(3));
        run.isSeenOnlyBy("unasked-steps", "declined of " + run.declined);
    }

    @Test
    void acceptsAStepAfterTheAnswerToAnotherAttempt() {
        moves("referral.declined", run.declined, Duration.ofSeconds(3));
        story.change(
                Deed.DECLINE, run.declined, asked -> Story.with(asked, asked.body(), 2, Told.DONE, asked.answer()));
        run.isRight();
    }

    @Test
    void seesAnExpiryThatIsNotTheSystems() {
        var referrals = new ReferralStory(story);
        var id = referrals.posts("precinct-075", "r-expired", "cms");
        new DetourStory(story, referrals).expires(id);
        story.counted();
        story.changeData(
                "referral.offer-expired", id, data -> data.withObject("actor").put("role", "coordinator"));
        run.isSeenOnlyBy("unasked-steps", "offer-expired of " + id);
    }

    @Test
    void seesASessionThatNobodyLogged() {
        story.changeData(
                "session.logged",
                run.session,
                data -> data.withObject("session").put("outcome", "AGREEMENT_ALL"));
        run.isSeenBy("unasked-steps", "session-held of " + run.mediated);
    }

    @Test
    void seesThatASessionWasHeldWithoutOne() {
        var held = story.event("referral.session-held", run.mediated).data();
        story.tells("referral.session-held", run.mediated, held);
        run.isSeenBy("unasked-steps", "session-held of " + run.mediated + ":7");
    }

    @Test
    void seesAClosingBySomethingThatIsNoEnd() {
        for (var event : List.of("referral.session-held", "referral.closed")) {
            story.changeData(
                    event,
                    run.mediated,
                    data -> ((ObjectNode) data.at("/referral/sessions/0")).put("outcome", "PROGRESS"));
        }
        run.isSeenBy("unasked-steps", "closed of " + run.mediated);
    }

    @Test
    void seesATrainingThatNobodyCreated() {
        finds(somebody, "DRAFT", 7);
        run.isSeenOnlyBy("unasked-trainings", "Nobody created training " + somebody);
    }

    @Test
    void acceptsOneTrainingForOneWithoutAnAnswer() {
        story.asks("coordinator", Deed.CREATE_TRAINING, "in vain", Story.json("{'capacity': 7}"), Told.UNCERTAIN);
        finds(somebody, "DRAFT", 7);
        run.isRight();
        finds(Story.id("somebody else"), "DRAFT", 7);
        run.isSeenOnlyBy("unasked-trainings", "Nobody created training");
    }

    @Test
    void seesATrainingWithOtherSeatsThanTheOneWithoutAnAnswer() {
        story.asks("coordinator", Deed.CREATE_TRAINING, "in vain", Story.json("{'capacity': 8}"), Told.UNCERTAIN);
        finds(somebody, "DRAFT", 7);
        run.isSeenOnlyBy("unasked-trainings", "Nobody created training " + somebody);
    }

    @Test
    void knowsTheTrainingOfWhoeverHadNoAnswerWhereATwinHadOne() {
        story.asks("coordinator", Deed.CREATE_TRAINING, "2026-09", Story.json("{'capacity': 1}"), Told.UNCERTAIN);
        run.isRight();
        finds(somebody, "DRAFT", 1);
        run.isSeenOnlyBy("unasked-trainings", "Nobody created training " + somebody);
    }

    @Test
    void seesATrainingFurtherThanAnybodyBroughtIt() {
        story.changeTraining(run.later.id(), "RUNNING", 1);
        run.isSeenOnlyBy("unasked-trainings", run.later.id(), "RUNNING without RECORD_ATTENDANCE");
    }

    @Test
    void seesATrainingThatWasCancelled() {
        story.changeTraining(run.later.id(), "CANCELLED", 1);
        run.isSeenBy("unasked-trainings", run.later.id(), "CANCELLED");
    }

    @Test
    void seesASeatBeforeItWasAskedFor() {
        var fay = run.later.enrollment("Fay");
        moves("enrollment.enrolled", fay, Duration.ofSeconds(-3));
        run.isSeenOnlyBy("unasked-seats", "enrolled of enrollment " + fay);
    }

    @Test
    void seesAnOpeningThatWasRefused() {
        story.changeTold(Deed.OPEN_TRAINING, run.later.id(), Told.REFUSED);
        run.isSeenOnlyBy("unasked-trainings", run.later.id(), "scheduled");
    }

    @Test
    void seesAnOfficerForWhomNobodyAsked() {
        story.changeRoster(
                run.later.id(), roster -> roster.add(new Seat(somebody, Story.id("officer somebody"), "WAITLISTED")));
        run.isSeenOnlyBy("unasked-seats", "Nobody asked for enrollment " + somebody);
    }

    @Test
    void seesASeatInAnotherCommandThanWasAskedFor() {
        var fay = run.later.enrollment("Fay");
        story.changeData(
                "enrollment.enrolled",
                fay,
                data -> data.withObject("enrollment").put("command", "PCT-040"));
        run.isSeenOnlyBy("unasked-seats", "enrolled of enrollment " + fay);
    }

    @Test
    void seesAWithdrawalFromATrainingThatWasRefused() {
        story.changeTold(Deed.WITHDRAW_ENROLLMENT, run.training.id(), Told.REFUSED);
        var ann = run.training.enrollment("Ann");
        run.isSeenOnlyBy("unasked-seats", "withdrew enrollment " + ann);
        run.isSeenOnlyBy("unasked-seats", "withdrawn of enrollment " + ann);
    }

    @Test
    void seesACompletionThatNobodyAskedFor() {
        var fay = run.later.enrollment("Fay");
        var data = Story.example("enrollment.completed");
        data.withObject("enrollment").put("id", fay).put("training", run.later.id());
        story.tells("enrollment.completed", fay, data);
        run.isSeenBy("unasked-seats", "completed of enrollment " + fay);
    }

    @Test
    void seesACertificateOfSomebodyWhoCompletedNothing() {
        var data = Story.example("certificate.issued");
        data.withObject("certificate").put("id", somebody);
        story.tells("certificate.issued", somebody, data);
        story.stores("certificates", somebody);
        story.counted();
        run.isSeenOnlyBy("unasked-seats", "Certificate " + somebody);
    }

    @Test
    void seesALogInTheStore() {
        story.stores("sessions", somebody);
        run.isSeenBy("unasked-logs", "Nobody logged session " + somebody);
    }

    @Test
    void seesALogThatWasRefused() {
        story.changeTold(Deed.LOG_MICRO_INTERVENTION, run.microIntervention, Told.REFUSED);
        run.isSeenOnlyBy("unasked-logs", "Nobody logged micro-intervention " + run.microIntervention);
    }

    @Test
    void seesALogThatCanBeReadAndIsNotWhatWasSentInVain() {
        story.changeTold(Deed.LOG_SESSION, run.session, Told.UNCERTAIN);
        Story.change(story.logs, run.session, log -> log.put("parties", 3));
        run.isSeenBy("unasked-logs", run.session, "not what anybody logged");
    }

    @Test
    void seesALogThatIsToldOtherwise() {
        story.changeData(
                "session.logged",
                run.session,
                data -> data.withObject("session").put("facilitators", 5));
        run.isSeenBy("unasked-logs", "The event " + run.session + ":1");
    }

    @Test
    void seesALogThatCanBeReadOnly() {
        story.logs.put(somebody, Story.json("{}"));
        run.isSeenOnlyBy("unasked-logs", somebody);
    }

    private void moves(String type, String id, Duration by) {
        story.replace(
                type,
                id,
                event -> Story.with(event, event.sequence(), event.time().plus(by), event.data()));
    }

    private void finds(String training, String state, int capacity) {
        story.stores("trainings", training);
        story.trainings.add(new TrainingFound(training, state, capacity, List.of()));
    }

    private void submittedBefore(Duration before) {
        story.replace(
                "referral.submitted",
                run.declined,
                event -> Story.with(event, 1, event.time().minus(before), event.data()));
    }
}
