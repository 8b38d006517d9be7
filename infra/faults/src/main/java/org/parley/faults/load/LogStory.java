package org.parley.faults.load;

import java.util.List;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Logs;
import tools.jackson.databind.node.ObjectNode;

/** A log that arrives once, twice at once, twice in a row, or with another body under its id. */
record LogStory(Scene scene, String name, Chance chance) {

    private static final int TWICE_AT_ONCE_PERCENT = 6;
    private static final int AGAIN_PERCENT = 8;
    private static final int ANOTHER_PERCENT = 4;
    private static final int BY_OFFICER_DEMO_PERCENT = 30;

    @FunctionalInterface
    interface Put {
        Asked log(String id, String log, ObjectNode body);
    }

    static Runnable microIntervention(Scene scene, int n) {
        var name = "micro-intervention-" + n;
        var story = new LogStory(scene, name, scene.chance(name));
        var officer = story.officer();
        var book = new Logbook(client(officer), scene.clients());
        var body = new Logs(scene.begin()).microIntervention(story.chance.of("log"), officer);
        return () -> story.tell(book::microIntervention, body);
    }

    static Runnable officerSession(Scene scene, int n) {
        var name = "officer-session-" + n;
        var story = new LogStory(scene, name, scene.chance(name));
        var officer = story.officer();
        var book = new Logbook(client(officer), scene.clients());
        var body = new Logs(scene.begin()).officerSession(story.chance.of("log"), officer);
        return () -> story.tell(book::session, body);
    }

    void tell(Put put, ObjectNode body) {
        var log = chance.id("log").toString();
        scene.stage().pause(chance.pause(0, 300));
        var first = chance.in(TWICE_AT_ONCE_PERCENT)
                ? Together.<Asked>all(List.of(
                                () -> put.log(name + "/log", log, body), () -> put.log(name + "/twin", log, body)))
                        .getFirst()
                : put.log(name + "/log", log, body);
        if (chance.in(AGAIN_PERCENT)) {
            scene.stage().pause(chance.pause(300, 4_000));
            put.log(name + "/again", log, body);
        }
        // Only a log that is there is in the way of another one.
        if (chance.in(ANOTHER_PERCENT) && first.told() == Told.DONE) {
            put.log(name + "/another", log, Logs.another(body));
        }
    }

    private String officer() {
        return chance.in(BY_OFFICER_DEMO_PERCENT)
                ? Logs.OFFICER_DEMO
                : Logs.officer(scene.chance("officers"), chance.between(0, Integer.MAX_VALUE - 1));
    }

    /** The coordinator logs for those who have no test client of their own. */
    private static String client(String officer) {
        return officer.equals(Logs.OFFICER_DEMO) ? "officer-demo" : "coordinator";
    }
}
