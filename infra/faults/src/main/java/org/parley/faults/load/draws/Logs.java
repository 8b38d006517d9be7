package org.parley.faults.load.draws;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What officers and centers log.
 *
 * @param begin everything happened before
 */
public record Logs(Instant begin) {

    /** The officer that the test client {@code officer-demo} is, in the command that its token has. */
    public static final String OFFICER_DEMO = "0ff1ce00-0000-4000-8000-000000000075";

    private static final String COMMAND_OF_OFFICER_DEMO = "PCT-075";

    private static final List<String> SCENE_ENDS = List.of(
            "CALMED", "CALMED", "VOLUNTARY_COMPLIANCE", "SEPARATED", "REFERRED", "UNRESOLVED", "ESCALATED", "ARREST");
    private static final List<String> SESSION_ENDS = List.of(
            "AGREEMENT_ALL",
            "AGREEMENT_ALL",
            "AGREEMENT_MOST",
            "AGREEMENT_SOME",
            "PROGRESS",
            "PROGRESS",
            "NO_AGREEMENT",
            "NOT_HELD");
    private static final List<String> NOT_HELD_REASONS =
            List.of("NO_SHOW", "PARTY_DECLINED", "RESCHEDULED", "UNSUITABLE", "OTHER");
    private static final int OFFICERS = 40;
    /** Phones are offline for days, so logs come late and not in the order of what they tell. */
    private static final int DAYS_LATE = 25;

    public ObjectNode microIntervention(Chance chance, String officer) {
        var outcome = chance.from(SCENE_ENDS);
        var arrest = outcome.equals("ARREST");
        var body = JsonMapper.shared().createObjectNode();
        body.put("officer", officer);
        body.put("command", commandOf(officer));
        body.put("type", chance.from(Codes.TYPES));
        body.put("occurredAt", chance.within(DAYS_LATE, begin).toString());
        techniques(chance, body);
        body.put("outcome", outcome);
        body.put("arrestWasLikely", arrest || chance.in(35));
        body.put("arrestMade", arrest);
        return body;
    }

    public ObjectNode officerSession(Chance chance, String officer) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("kind", "OFFICER_LED");
        body.put("command", commandOf(officer));
        body.putArray("officers").add(officer);
        return session(chance, body, chance.from(SESSION_ENDS));
    }

    /** @param referral the referral it serves */
    public ObjectNode centerSession(Chance chance, String center, String command, String referral) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("kind", "CENTER_LED");
        body.put("command", command);
        body.put("center", center);
        body.put("referral", referral);
        return session(chance, body, chance.from(SESSION_ENDS));
    }

    /** An officer of the run, in a command that is always the same. */
    public static String officer(Chance run, int n) {
        return run.id("officer-" + Math.floorMod(n, OFFICERS)).toString();
    }

    public static String commandOf(String officer) {
        return officer.equals(OFFICER_DEMO) ? COMMAND_OF_OFFICER_DEMO : new Chance(officer).from(Codes.COMMANDS);
    }

    /** Another log under the same id. */
    public static ObjectNode another(ObjectNode log) {
        var type = log.path("type").asString().equals("OTHER") ? "NOISE" : "OTHER";
        return log.deepCopy().put("type", type);
    }

    private ObjectNode session(Chance chance, ObjectNode body, String outcome) {
        var end = chance.within(DAYS_LATE, begin);
        body.put("type", chance.from(Codes.TYPES));
        body.put("facilitators", chance.between(1, 2));
        body.put("parties", chance.between(2, 4));
        body.put("startedAt", end.minusSeconds(60L * chance.between(40, 140)).toString());
        body.put("endedAt", end.toString());
        techniques(chance, body);
        body.put("outcome", outcome);
        if (outcome.equals("NOT_HELD")) {
            body.put("notHeldReason", chance.from(NOT_HELD_REASONS));
        }
        return body;
    }

    private static void techniques(Chance chance, ObjectNode body) {
        var techniques = body.putArray("techniques");
        chance.some(Codes.TECHNIQUES, chance.between(1, 5)).forEach(techniques::add);
    }
}
