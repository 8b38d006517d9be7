package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Deed;
import tools.jackson.databind.node.MissingNode;

class AcknowledgedTrainingsTest {

    private static final String RULE = "acknowledged-trainings";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final String training = run.training.id();
    private final String later = run.later.id();

    @Test
    void missesATraining() {
        story.trainings.removeIf(one -> one.id().equals(later));
        run.isSeenBy(RULE, "Training " + later, "not there");
    }

    @Test
    void missesATrainingInTheStore() {
        story.stored.get("trainings").remove(later);
        run.isSeenBy(RULE, "Training " + later, "not there");
    }

    @Test
    void seesAnotherNumberOfSeats() {
        story.changeTraining(training, "COMPLETED", 4);
        run.isSeenOnlyBy(RULE, training, "another number of seats");
    }

    @Test
    void seesAnotherCohortToldOfIt() {
        story.changeData(
                "training.scheduled", later, data -> data.withObject("training").put("cohort", "2026-10"));
        run.isSeenOnlyBy(RULE, later, "another cohort");
    }

    @Test
    void missesItsOpening() {
        story.changeTraining(later, "DRAFT", 1);
        run.isSeenBy(RULE, "OPEN_TRAINING of training " + later, "it is DRAFT");
    }

    @Test
    void missesTheEventOfItsOpening() {
        story.remove("training.scheduled", later);
        run.isSeenBy(RULE, "OPEN_TRAINING of training " + later, "no event");
    }

    @Test
    void missesTheAttendance() {
        story.asks(
                "coordinator",
                Deed.RECORD_ATTENDANCE,
                later,
                Story.json("{'date': '2026-07-07', 'attended': []}"),
                MissingNode.getInstance());
        run.isSeenOnlyBy(RULE, "RECORD_ATTENDANCE of training " + later, "it is OPEN");
    }

    @Test
    void missesItsCompletion() {
        story.changeTraining(training, "RUNNING", 3);
        run.isSeenBy(RULE, "COMPLETE_TRAINING of training " + training, "it is RUNNING");
    }

    @Test
    void missesTheEventOfItsCompletion() {
        story.remove("training.completed", training);
        run.isSeenBy(RULE, "COMPLETE_TRAINING of training " + training, "no event");
    }

    @Test
    void seesAnotherTimeThanWasAnswered() {
        story.changeData(
                "training.completed",
                training,
                data -> data.withObject("training").put("completedAt", "2026-07-15T22:00:00Z"));
        run.isSeenOnlyBy(RULE, "COMPLETE_TRAINING of training " + training, "another time");
    }
}
