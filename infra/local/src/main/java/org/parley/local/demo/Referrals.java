package org.parley.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Disputes that the precincts refer, and what becomes of them at the centers. */
record Referrals(Programme programme, Doors doors) {

    static final int COUNT = 360;
    static final int CENTER_SESSIONS = 120;

    private static final String REFERRAL = "referral";

    /** How far a referral comes. */
    private enum End {
        OPEN,
        DECLINED,
        ACCEPTED,
        SCHEDULED,
        MEDIATED,
        CLOSED
    }

    private static final List<End> ENDS = List.of(
            End.OPEN,
            End.DECLINED,
            End.ACCEPTED,
            End.SCHEDULED,
            End.SCHEDULED,
            End.MEDIATED,
            End.MEDIATED,
            End.MEDIATED,
            End.CLOSED,
            End.CLOSED);

    void play() {
        doors.all(
                IntStream.range(0, COUNT).<Runnable>mapToObj(n -> () -> play(n)).toList());
    }

    /** Mediations that the centers held over the year for other referrals than these. */
    void playEarlierSessions() {
        doors.all(IntStream.range(0, CENTER_SESSIONS)
                .<Runnable>mapToObj(n -> () -> {
                    var chance = programme.chance("center-session-" + n);
                    var center = chance.of(programme.centers());
                    var end = chance.within(350, programme.end());
                    // What is older than a month only a coordinator can log.
                    session(
                            "coordinator",
                            chance,
                            chance.of(programme.commandsOf(center)),
                            end.toString(),
                            end.minus(Duration.ofMinutes(chance.between(50, 140)))
                                    .toString(),
                            Map.of("center", center));
                })
                .toList());
    }

    private void play(int n) {
        var chance = programme.chance("referral-" + n);
        var command = chance.of(programme.commands());
        var precinct = command.toLowerCase(Locale.ROOT).replace("pct-", "precinct-");
        var posted = doors.post(precinct, REFERRAL, "/v1/referrals", submission(chance, n, command))
                .body();
        var center = programme.centerOf(command);
        if (!List.of(
                        posted.path("offeredTo").asString(""),
                        posted.path("center").asString(""))
                .contains(center)) {
            return; // screened out, or declined in an earlier run
        }
        var path = "/v1/centers/" + center + "/referrals/" + posted.path("id").asString();
        var client = "center-" + center;
        switch (chance.of(ENDS)) {
            case OPEN -> {}
            case DECLINED ->
                doors.post(
                        client,
                        REFERRAL,
                        path + "/decline",
                        Map.of("reason", chance.of(List.of("NO_CAPACITY", "LANGUAGE", "NOT_ELIGIBLE"))));
            case ACCEPTED -> doors.post(client, REFERRAL, path + "/accept", Map.of());
            case SCHEDULED -> {
                doors.post(client, REFERRAL, path + "/accept", Map.of());
                doors.post(
                        client,
                        REFERRAL,
                        path + "/schedule",
                        Map.of(
                                "at",
                                programme
                                        .end()
                                        .plus(Duration.ofDays(chance.between(3, 25)))
                                        .toString()));
            }
            case MEDIATED -> {
                doors.post(client, REFERRAL, path + "/accept", Map.of());
                session(
                        client,
                        chance,
                        command,
                        programme.end().toString(),
                        programme
                                .end()
                                .minus(Duration.ofMinutes(chance.between(50, 140)))
                                .toString(),
                        Map.of("referral", posted.path("id").asString()));
            }
            case CLOSED -> {
                doors.post(client, REFERRAL, path + "/accept", Map.of());
                doors.post(
                        client,
                        REFERRAL,
                        path + "/close",
                        Map.of(
                                "reason",
                                chance.of(List.of(
                                        "RESOLVED_BEFORE_SESSION",
                                        "COACHING_ONLY",
                                        "COULD_NOT_CONTACT",
                                        "PARTY_DECLINED"))));
            }
        }
    }

    private Map<String, ?> submission(Chance chance, int n, String command) {
        var body = new HashMap<String, Object>(Map.of(
                "reference", programme.reference(n),
                "command", command,
                "type", chance.of(Programme.TYPES),
                "occurredAt", chance.within(350, programme.end()).toString(),
                "urgency", chance.in(12) ? "URGENT" : "ROUTINE",
                "language", chance.of(List.of("en", "en", "en", "es", "es", "zh", "ru", "bn", "ht")),
                "address", Map.of("line", chance.between(1, 400) + " Example Street", "city", "New York"),
                "screening", screening(chance)));
        var viaParties = chance.in(30);
        body.put("contactVia", viaParties ? "PARTIES" : "PRECINCT");
        if (viaParties) {
            body.put("parties", List.of(party("Alex Example", "+12125550101"), party("Sam Sample", "+12125550102")));
        }
        return body;
    }

    private static Map<String, ?> screening(Chance chance) {
        var stopped = chance.in(8);
        return Map.of(
                "arrestMade",
                stopped && chance.in(50),
                "violentFelonyOrDrugs",
                false,
                "weapon",
                stopped && chance.in(30),
                "orderOfProtection",
                false,
                "intimatePartner",
                stopped);
    }

    /** Nobody: a name of no one, and a number that is kept for films. */
    private static Map<String, ?> party(String name, String phone) {
        return Map.of("name", name, "phone", phone, "consent", Map.of("given", true, "purpose", "MEDIATION"));
    }

    private void session(
            String client, Chance chance, String command, String end, String start, Map<String, String> more) {
        var body = new HashMap<String, Object>(Map.of(
                "kind",
                "CENTER_LED",
                "command",
                command,
                "type",
                chance.of(Programme.TYPES),
                "facilitators",
                2,
                "parties",
                chance.between(2, 4),
                "startedAt",
                start,
                "endedAt",
                end,
                "sitting",
                1,
                "techniques",
                chance.some(Programme.TECHNIQUES, chance.between(3, 7)),
                "outcome",
                chance.of(List.of(
                        "AGREEMENT_ALL", "AGREEMENT_ALL", "AGREEMENT_MOST", "AGREEMENT_SOME", "NO_AGREEMENT"))));
        body.putAll(more);
        doors.put(client, "session", "/v1/sessions/" + chance.id("session"), body);
    }
}
