package org.parley.referral.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testing.TestIssuer;
import org.springframework.http.HttpMethod;

/** A precinct's system. */
record Precinct(Api api) {

    static Precinct of(int port, String command) {
        var token = TestIssuer.token(
                "precinct-" + command.substring(4), List.of("precinct-system"), Map.of("command", List.of(command)));
        return new Precinct(new Api(port, token));
    }

    /** Two neighbours about noise in East New York, without saying who. */
    static String noise(String reference) {
        return """
                {"reference": "%s", "command": "PCT-075", "type": "NOISE", "occurredAt": "2026-01-02T03:30:00Z",
                 "address": {"line": "100 EXAMPLE AVENUE", "city": "BROOKLYN", "zip": "11208"},
                 "contactVia": "PRECINCT", "screening": {"arrestMade": false, "violentFelonyOrDrugs": false,
                 "weapon": false, "orderOfProtection": false, "intimatePartner": false}}
                """.formatted(reference);
    }

    /** Two people at odds, named and willing. */
    static String between(String reference, String one, String other) {
        return """
                {"reference": "%s", "command": "PCT-075", "type": "NEIGHBOR", "occurredAt": "2026-01-02T03:30:00Z",
                 "address": {"line": "1 SOMEWHERE STREET", "city": "BROOKLYN", "zip": "11208"},
                 "incidentNumber": "2026-075-1", "contactVia": "PARTIES", "screening": {"arrestMade": false,
                 "violentFelonyOrDrugs": false, "weapon": false, "orderOfProtection": false, "intimatePartner": false},
                 "parties": [
                  {"name": "%s", "phone": "718 555 0142", "consent": {"given": true, "purpose": "MEDIATION"}},
                  {"name": "%s", "email": "other@one.example", "consent": {"given": true, "purpose": "MEDIATION"}}]}
                """.formatted(reference, one, other);
    }

    Reply posts(String body) {
        return api.post("/v1/referrals", body);
    }

    Reply postsWithKey(String key, String body) {
        return api.call(HttpMethod.POST, "/v1/referrals", body, Map.of("Idempotency-Key", key));
    }

    Reply sees(UUID id) {
        return api.get("/v1/referrals/" + id);
    }

    Reply finds(String reference) {
        return api.get("/v1/referrals?reference=" + reference);
    }

    /** The referrals of its command, the newest first. */
    List<UUID> lists(String query) {
        return api.ids("/v1/referrals?" + query);
    }

    Reply withdraws(UUID id, String reason) {
        return api.post("/v1/referrals/" + id + "/withdraw", "{\"reason\": \"" + reason + "\"}");
    }

    Reply amends(UUID id, String amendment) {
        return api.post("/v1/referrals/" + id + "/amend", amendment);
    }

    Reply entersInError(UUID id, String reason) {
        return api.post("/v1/referrals/" + id + "/enter-in-error", "{\"reason\": \"" + reason + "\"}");
    }

    Reply revokesConsent(UUID id, int party) {
        return api.post("/v1/referrals/" + id + "/revoke-consent", "{\"party\": " + party + "}");
    }

    Reply history(UUID id) {
        return api.get("/v1/referrals/" + id + "/history");
    }
}
