package org.parley.session;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Logs as people send them, right in everything but what a test changes: field, value, field, value … */
public final class Logs {

    public static final UUID OFFICER = UUID.fromString("5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11");

    /** Just after the logs below. */
    public static final Instant NOW = Instant.parse("2026-12-04T00:40:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Logs() {}

    /** The one of the contracts' example. */
    public static Map<String, Object> mediationOfNypi(Object... changes) {
        return changed("""
                {"kind": "CENTER_LED", "command": "PCT-075", "center": "nypi", "type": "NOISE", "officers": [],
                 "facilitators": 2, "parties": 2, "startedAt": "2026-12-03T23:00:00Z",
                 "endedAt": "2026-12-04T00:30:00Z", "sitting": 1,
                 "techniques": ["PARAPHRASE", "INTERESTS", "AGREEMENT_WRITING"], "outcome": "AGREEMENT_ALL",
                 "notHeldReason": null, "referral": "7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04"}""", changes);
    }

    public static Map<String, Object> mediationOfAnOfficer(Object... changes) {
        return changed("""
                {"kind": "OFFICER_LED", "command": "PCT-075", "center": null, "type": "NEIGHBOR",
                 "officers": ["5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11"], "facilitators": 1, "parties": 2,
                 "startedAt": "2026-11-20T15:00:00Z", "endedAt": "2026-11-20T16:15:00Z", "sitting": 1,
                 "techniques": ["OPEN_QUESTION", "REFRAMING"], "outcome": "AGREEMENT_SOME", "notHeldReason": null,
                 "referral": null}""", changes);
    }

    /** The one of the contracts' example. */
    public static Map<String, Object> calmedNeighbors(Object... changes) {
        return changed("""
                {"officer": "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11", "command": "PCT-075", "type": "NEIGHBOR",
                 "occurredAt": "2026-11-22T21:15:00Z", "techniques": ["MIRRORING", "PAUSE", "DISTANCE"],
                 "outcome": "CALMED", "arrestWasLikely": true, "arrestMade": false}""", changes);
    }

    static SessionReport session(Map<String, Object> body) {
        return JSON.convertValue(body, SessionReport.class);
    }

    static MicroInterventionReport microIntervention(Map<String, Object> body) {
        return JSON.convertValue(body, MicroInterventionReport.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(String json, Object... changes) {
        Map<String, Object> body = JSON.readValue(json, Map.class);
        for (var i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }
}
