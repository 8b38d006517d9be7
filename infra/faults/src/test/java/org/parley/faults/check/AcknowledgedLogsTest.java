package org.parley.faults.check;

import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import tools.jackson.databind.node.ObjectNode;

class AcknowledgedLogsTest {

    private static final String RULE = "acknowledged-logs";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void missesASession() {
        story.logs.remove(run.session);
        run.isSeenBy(RULE, "session " + run.session, "not there");
    }

    @Test
    void missesAMicroInterventionInTheStore() {
        story.stored.get("micro-interventions").remove(run.microIntervention);
        run.isSeenBy(RULE, "micro-intervention " + run.microIntervention, "not there");
    }

    @Test
    void seesAnotherField() {
        Story.change(story.logs, run.microIntervention, log -> log.put("arrestWasLikely", false));
        run.isSeenBy(RULE, run.microIntervention, "[arrestWasLikely]");
    }

    @Test
    void takesTechniquesInAnyOrder() {
        story.changeData("micro-intervention.logged", run.microIntervention, data -> {
            var techniques = data.withObject("microIntervention").putArray("techniques");
            techniques.add("DISTANCE").add("MIRRORING").add("PAUSE");
            story.logs.put(run.microIntervention, data.get("microIntervention").deepCopy());
        });
        run.isRight();
    }

    @Test
    void seesAnotherCenterThanTheOneThatLogged() {
        Story.change(story.logs, run.session, log -> log.put("center", "cms"));
        run.isSeenBy(RULE, run.session, "[center]");
    }

    @Test
    void acceptsASessionOfACenterThatAnotherLogged() {
        story.history.replaceAll(asked -> {
            if (asked.deed() != Deed.LOG_SESSION) {
                return asked;
            }
            var body = ((ObjectNode) asked.body().deepCopy()).put("center", "nypi");
            return new Asked(
                    asked.id(),
                    "coordinator",
                    asked.deed(),
                    asked.subject(),
                    body,
                    asked.began(),
                    asked.ended(),
                    1,
                    asked.told(),
                    asked.status(),
                    asked.answer());
        });
        run.isRight();
    }

    @Test
    void seesAnotherTimeThanWasAnswered() {
        Story.change(story.logs, run.session, log -> log.put("loggedAt", "2026-11-23T15:59:00Z"));
        run.isSeenBy(RULE, run.session, "another time than was answered");
    }

    @Test
    void missesTheEvent() {
        story.remove("micro-intervention.logged", run.microIntervention);
        run.isSeenBy(RULE, run.microIntervention, "0 events");
    }

    @Test
    void doesNotMissWhatMayNotHaveHappened() {
        story.changeTold(Deed.LOG_MICRO_INTERVENTION, run.microIntervention, Told.UNCERTAIN);
        run.isRight();
        story.remove("micro-intervention.logged", run.microIntervention);
        story.logs.remove(run.microIntervention);
        story.stored.get("micro-interventions").clear();
        story.counted();
        run.isRight();
    }
}
