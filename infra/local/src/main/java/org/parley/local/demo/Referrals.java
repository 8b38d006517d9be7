package org.parley.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Disputes that the precincts refer, and what becomes of them at the centers. */
final class Referrals {

    static final int COUNT = 360;

    /** All that officers and centers hold in the year, those for a referral of the year included. */
    static final int MEDIATIONS = 400;

    private static final String REFERRAL = "referral";

    /** How far a referral comes. */
    enum End {
        SCREENED_OUT,
        OPEN,
        DECLINED,
        ACCEPTED,
        SCHEDULED,
        MEDIATED,
        CLOSED;

        boolean isAccepted() {
            return this == ACCEPTED || this == SCHEDULED || isClosed();
        }

        boolean isClosed() {
            return this == MEDIATED || this == CLOSED;
        }
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

    /** @param mediation that ends it; null when none does */
    record Dispute(
            int n,
            String command,
            String center,
            String type,
            End end,
            @Nullable Mediation mediation) {}

    private final Programme programme;
    private final List<Dispute> disputes;
    private final List<Mediation> earlierMediations;

    Referrals(Programme programme) {
        this.programme = programme;
        this.disputes = IntStream.range(0, COUNT).mapToObj(this::dispute).toList();
        var held = OnTheSpot.SESSIONS + serving().count();
        this.earlierMediations = IntStream.range(0, (int) (MEDIATIONS - held))
                .mapToObj(this::earlierMediation)
                .toList();
    }

    List<Dispute> disputes() {
        return disputes;
    }

    /** Those that end a referral of this year, and those that the centers held for other referrals than these. */
    List<Mediation> mediations() {
        return Stream.concat(serving(), earlierMediations.stream()).toList();
    }

    void play(Doors doors) {
        doors.all(disputes.stream().<Runnable>map(one -> () -> play(one, doors)).toList());
    }

    /** A center logs what was lately; what is older than that a coordinator does. */
    void playEarlierMediations(Doors doors) {
        doors.all(earlierMediations.stream()
                .<Runnable>map(
                        one -> () -> doors.put("coordinator", "session", "/v1/sessions/" + one.id(), one.body(null)))
                .toList());
    }

    private Stream<Mediation> serving() {
        return disputes.stream().flatMap(one -> Stream.ofNullable(one.mediation()));
    }

    private Dispute dispute(int n) {
        var chance = programme.chance("referral-" + n);
        var command = chance.of(programme.commands());
        var center = programme.centerOf(command);
        var end = chance.in(8) ? End.SCREENED_OUT : chance.of(ENDS);
        var type = chance.of(Street.TYPES);
        var mediation = end == End.MEDIATED
                ? Mediation.at(center, command, type, programme.end(), programme.chance("referral-session-" + n))
                : null;
        return new Dispute(n, command, center, type, end, mediation);
    }

    private Mediation earlierMediation(int n) {
        var chance = programme.chance("center-session-" + n);
        var center = chance.of(programme.centers());
        var command = chance.of(programme.commandsOf(center));
        return Mediation.at(center, command, chance.of(Street.TYPES), chance.within(350, programme.end()), chance);
    }

    private void play(Dispute dispute, Doors doors) {
        var precinct = dispute.command().toLowerCase(Locale.ROOT).replace("pct-", "precinct-");
        // Its luck begins anew, so that a second play posts the same.
        var chance = programme.chance("submission-" + dispute.n());
        var posted = doors.post(precinct, REFERRAL, "/v1/referrals", submission(dispute, chance))
                .body();
        var center = dispute.center();
        if (!List.of(
                        posted.path("offeredTo").asString(""),
                        posted.path("center").asString(""))
                .contains(center)) {
            return; // screened out, or declined in an earlier run
        }
        var path = "/v1/centers/" + center + "/referrals/" + posted.path("id").asString();
        var client = "center-" + center;
        if (dispute.end().isAccepted()) {
            doors.post(client, REFERRAL, path + "/accept", Map.of());
        }
        switch (dispute.end()) {
            case SCREENED_OUT, OPEN, ACCEPTED -> {}
            case DECLINED ->
                doors.post(
                        client,
                        REFERRAL,
                        path + "/decline",
                        Map.of("reason", chance.of(List.of("NO_CAPACITY", "LANGUAGE", "NOT_ELIGIBLE"))));
            case SCHEDULED ->
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
            case MEDIATED -> {
                if (dispute.mediation() != null) {
                    doors.put(
                            client,
                            "session",
                            "/v1/sessions/" + dispute.mediation().id(),
                            dispute.mediation().body(posted.path("id").asString()));
                }
            }
            case CLOSED ->
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

    private Map<String, ?> submission(Dispute dispute, Chance chance) {
        var body = new HashMap<String, Object>(Map.of(
                "reference", programme.reference(dispute.n()),
                "command", dispute.command(),
                "type", dispute.type(),
                "occurredAt", chance.within(350, programme.end()).toString(),
                "urgency", chance.in(12) ? "URGENT" : "ROUTINE",
                "language", chance.of(List.of("en", "en", "en", "es", "es", "zh", "ru", "bn", "ht")),
                "address", Map.of("line", chance.between(1, 400) + " Example Street", "city", "New York"),
                "screening", screening(dispute.end() == End.SCREENED_OUT, chance)));
        var viaParties = chance.in(30);
        body.put("contactVia", viaParties ? "PARTIES" : "PRECINCT");
        if (viaParties) {
            body.put("parties", List.of(party("Alex Example", "+12125550101"), party("Sam Sample", "+12125550102")));
        }
        return body;
    }

    private static Map<String, ?> screening(boolean stopped, Chance chance) {
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
}
