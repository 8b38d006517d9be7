package org.parley.faults.load.draws;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Referrals as precincts post them.
 *
 * @param begin everything happened before
 */
public record Disputes(Instant begin) {

    private static final List<String> STOPS =
            List.of("arrestMade", "violentFelonyOrDrugs", "weapon", "orderOfProtection", "intimatePartner");
    private static final List<String> NAMES =
            List.of("Alex Example", "Sam Sample", "Robin Nobody", "Kim Madeup", "Toni Invented", "Jo Fiction");
    private static final List<String> URGENCIES = List.of("ROUTINE", "URGENT");
    private static final int DAYS = 40;
    private static final int SCREENED_OUT_PERCENT = 5;
    private static final int WITHOUT_CONSENT_PERCENT = 4;

    /** Without people, as it may go over any way. */
    public ObjectNode referral(Chance chance, String reference, String command) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("reference", reference);
        body.put("command", command);
        body.put("type", chance.from(Codes.TYPES));
        body.put("occurredAt", chance.within(DAYS, begin).toString());
        body.put("urgency", chance.in(10) ? "URGENT" : "ROUTINE");
        body.put("language", chance.in(70) ? "en" : chance.from(Codes.LANGUAGES));
        body.put("contactVia", "PRECINCT");
        if (chance.in(50)) {
            body.put("officer", chance.id("officer").toString());
        }
        if (chance.in(80)) {
            // Few places, so that the same one is met by many at once.
            body.putObject("address")
                    .put("line", chance.between(1, 40) + " Example Street")
                    .put("city", "New York");
        }
        var screening = body.putObject("screening");
        var stopped = chance.in(SCREENED_OUT_PERCENT) ? chance.from(STOPS) : "";
        STOPS.forEach(stop -> screening.put(stop, stop.equals(stopped)));
        return body;
    }

    /** With people, who are nobody: made-up names, and numbers that are kept for films. */
    public ObjectNode withParties(Chance chance, ObjectNode referral) {
        var body = referral.deepCopy().put("contactVia", "PARTIES");
        var parties = body.putArray("parties");
        var consent = !chance.in(WITHOUT_CONSENT_PERCENT);
        for (var n = chance.between(2, 3); n > 0; n--) {
            parties.addObject()
                    .put("name", chance.from(NAMES))
                    .put("phone", "+1212555010" + n)
                    .putObject("consent")
                    .put("given", consent)
                    .put("purpose", "MEDIATION");
        }
        return body;
    }

    /** What a precinct puts right: one thing or two, each other than it was. */
    public static ObjectNode amendment(Chance chance, ObjectNode referral) {
        var body = JsonMapper.shared().createObjectNode();
        for (var n = chance.between(1, 2); n > 0; n--) {
            switch (chance.between(1, 6)) {
                case 1 -> body.put("type", chance.from(others(Codes.TYPES, referral.path("type"))));
                case 2 -> body.put("urgency", chance.from(others(URGENCIES, referral.path("urgency"))));
                case 3 -> body.put("language", chance.from(others(Codes.LANGUAGES, referral.path("language"))));
                case 4 -> body.set("occurredAt", another(referral).get("occurredAt"));
                case 5 -> body.put("officer", chance.id("other officer").toString());
                default ->
                    body.putObject("address")
                            .put("line", chance.between(41, 60) + " Example Street")
                            .put("city", "New York");
            }
        }
        return body;
    }

    private static List<String> others(List<String> codes, JsonNode known) {
        return codes.stream().filter(code -> !code.equals(known.asString())).toList();
    }

    /** Another matter under the same reference. */
    public static ObjectNode another(ObjectNode referral) {
        var before = Instant.parse(referral.path("occurredAt").asString());
        return referral.deepCopy().put("occurredAt", before.minusSeconds(3_600).toString());
    }

    /** One that has to be refused, whoever posts it. */
    public static ObjectNode spoilt(Chance chance, ObjectNode referral) {
        var body = referral.deepCopy();
        switch (chance.between(1, 5)) {
            case 1 -> body.put("type", "GOSSIP");
            case 2 -> body.remove("screening");
            case 3 -> body.put("narrative", "there is no such field");
            case 4 -> body.put("occurredAt", "2199-01-01T00:00:00Z");
            default -> body.put("contactVia", "PARTIES").remove("parties");
        }
        return body;
    }
}
