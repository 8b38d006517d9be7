package org.parley.faults.load;

import java.util.List;
import java.util.concurrent.Callable;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Codes;
import org.parley.faults.load.draws.Disputes;
import tools.jackson.databind.node.ObjectNode;

/** A dispute that a precinct refers, with the ways in which systems repeat and mistake themselves. */
record ReferralStory(Scene scene, String name, Chance chance) implements Runnable {

    private static final String CONNECTOR = "connector";
    /** A precinct whose system sends over Kafka itself. */
    private static final String KAFKA_COMMAND = "PCT-075";

    private static final int OVER_KAFKA_PERCENT = 40;
    private static final int BY_CONNECTOR_PERCENT = 30;
    private static final int WITH_PARTIES_PERCENT = 30;
    private static final int SPOILT_PERCENT = 4;
    private static final int TWICE_AT_ONCE_PERCENT = 6;
    private static final int BOTH_WAYS_PERCENT = 4;
    private static final int AGAIN_PERCENT = 6;
    private static final int REUSED_PERCENT = 4;
    private static final int WITHDRAWN_PERCENT = 6;
    private static final int AMENDED_PERCENT = 12;
    private static final int MISTAKEN_PERCENT = 5;

    static ReferralStory of(Scene scene, int n) {
        var name = "referral-" + n;
        return new ReferralStory(scene, name, scene.chance(name));
    }

    @Override
    public void run() {
        scene.stage().pause(chance.pause(0, 300));
        if (chance.in(OVER_KAFKA_PERCENT)) {
            overKafka();
        } else {
            overHttp();
        }
    }

    private void overKafka() {
        var byConnector = chance.in(70);
        var command = byConnector ? chance.from(Codes.COMMANDS) : KAFKA_COMMAND;
        var precinct = new Precinct(byConnector ? CONNECTOR : Codes.precinct(command), scene.clients());
        var referral = referral(command);
        if (chance.in(TWICE_AT_ONCE_PERCENT)) {
            Together.<Asked>all(List.of(
                    () -> precinct.send(name + "/send", referral), () -> precinct.send(name + "/twin", referral)));
        } else if (chance.in(BOTH_WAYS_PERCENT)) {
            Together.<Asked>all(List.of(
                    () -> precinct.send(name + "/send", referral), () -> precinct.post(name + "/post", referral)));
        } else {
            precinct.send(name + "/send", referral);
        }
        if (chance.in(AGAIN_PERCENT)) {
            scene.stage().pause(chance.pause(500, 5_000));
            precinct.send(name + "/again", referral);
        }
    }

    private void overHttp() {
        var command = chance.from(Codes.COMMANDS);
        var client = chance.in(BY_CONNECTOR_PERCENT) ? CONNECTOR : Codes.precinct(command);
        var precinct = new Precinct(client, scene.clients());
        var plain = referral(command);
        var referral = chance.in(WITH_PARTIES_PERCENT)
                ? new Disputes(scene.begin()).withParties(chance.of("parties"), plain)
                : plain;
        if (chance.in(SPOILT_PERCENT)) {
            precinct.post(name + "/spoilt", Disputes.spoilt(chance.of("spoilt"), referral));
            return;
        }
        var posted = posted(precinct, referral);
        if (posted.told() == Told.DONE) {
            afterwards(precinct, referral, posted.answer().path("id").asString());
        }
    }

    private Asked posted(Precinct precinct, ObjectNode referral) {
        Callable<Asked> post = () -> precinct.post(name + "/post", referral);
        Callable<Asked> twin = () -> precinct.post(name + "/twin", referral);
        return Together.all(chance.in(TWICE_AT_ONCE_PERCENT) ? List.of(post, twin) : List.of(post))
                .getFirst();
    }

    private void afterwards(Precinct precinct, ObjectNode referral, String id) {
        var again = chance.in(AGAIN_PERCENT);
        var reused = chance.in(REUSED_PERCENT);
        var withdrawn = chance.in(WITHDRAWN_PERCENT);
        amended(precinct, referral, id, chance.of("amendment"));
        if (again) {
            scene.stage().pause(chance.pause(500, 5_000));
            precinct.post(name + "/again", referral);
        }
        if (reused) {
            precinct.post(name + "/reused", Disputes.another(referral));
        }
        if (withdrawn) {
            scene.stage().pause(chance.pause(200, 4_000));
            precinct.withdraw(name + "/withdraw", id, chance.from(Codes.WITHDRAW_REASONS));
        }
        mistaken(precinct, id, chance.of("mistake"));
    }

    /** Often before a center has answered, and sometimes too late. */
    private void amended(Precinct precinct, ObjectNode referral, String id, Chance whether) {
        if (whether.in(AMENDED_PERCENT)) {
            scene.stage().pause(whether.pause(0, 1_500));
            var amendment = Disputes.amendment(whether, referral);
            precinct.amend(name + "/amend", id, amendment);
            if (whether.in(AGAIN_PERCENT)) {
                precinct.amend(name + "/amend-again", id, amendment);
            }
        }
    }

    private void mistaken(Precinct precinct, String id, Chance whether) {
        if (whether.in(MISTAKEN_PERCENT)) {
            scene.stage().pause(whether.pause(200, 4_000));
            precinct.enterInError(name + "/mistake", id, whether.from(Codes.ERROR_REASONS));
        }
    }

    private ObjectNode referral(String command) {
        var reference = "load-" + scene.seed() + "-" + name;
        return new Disputes(scene.begin()).referral(chance.of("dispute"), reference, command);
    }
}
