package org.parley.casework.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.parley.casework.books.Account;
import org.parley.casework.books.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A referral that was declined, placed by hand, and mediated; in the books, and as a sound platform shows it. */
final class Given {

    static final UUID ID = UUID.fromString("0b0c0d0e-0000-4000-8000-000000000001");
    static final UUID FIRST = UUID.fromString("0b0c0d0e-0000-4000-8000-000000000002");
    static final UUID SECOND = UUID.fromString("0b0c0d0e-0000-4000-8000-000000000003");
    static final String REFERENCE = "nyc311-4711";

    private Given() {}

    static Account untouched() {
        return new Account(new Row(REFERENCE, "PCT-040", "BRONX", "NOISE", Instant.parse("2025-03-01T04:05:00Z")), ID);
    }

    static Account mediated() {
        var account = untouched();
        account.offered(1, "imcr");
        account.declined(1, "LANGUAGE");
        account.placing(2);
        account.offered(2, "cms");
        account.accepted(2);
        account.contacted();
        account.scheduled(Instant.parse("2026-11-25T05:00:00Z"));
        account.held(FIRST, "PROGRESS");
        account.held(SECOND, "AGREEMENT_SOME");
        return account;
    }

    static Seen seen() {
        return new Seen(
                json("""
                        {"reference": "nyc311-4711", "state": "CLOSED", "command": "PCT-040", "type": "NOISE",
                         "occurredAt": "2025-03-01T04:05:00Z", "offeredTo": null, "center": "cms",
                         "scheduledFor": "2026-11-25T05:00:00Z", "closedAt": "2026-11-25T05:00:09Z",
                         "resolution": "PARTLY"}"""),
                json("""
                        {"state": "CLOSED", "borough": "BRONX", "center": "cms", "contactedAt": "2026-11-25T05:00:00Z",
                         "endReason": "MEDIATED", "endedAt": "2026-11-25T05:00:09Z", "offers": [
                          {"number": 1, "center": "imcr", "state": "DECLINED", "reason": "LANGUAGE"},
                          {"number": 2, "center": "cms", "state": "ACCEPTED", "reason": null}]}"""),
                json("""
                        {"items": [
                          {"what": "SUBMITTED", "role": "precinct-system", "center": null, "reason": null},
                          {"what": "OFFERED", "role": "system", "center": "imcr", "reason": null},
                          {"what": "DECLINED", "role": "center-system", "center": "imcr", "reason": "LANGUAGE"},
                          {"what": "OFFERED", "role": "coordinator", "center": "cms", "reason": "BY_HAND"},
                          {"what": "ACCEPTED", "role": "center-system", "center": "cms", "reason": null},
                          {"what": "CONTACTED", "role": "center-system", "center": "cms", "reason": null},
                          {"what": "SCHEDULED", "role": "center-system", "center": "cms", "reason": null},
                          {"what": "SESSION_HELD", "role": "system", "center": "cms", "reason": null},
                          {"what": "SESSION_HELD", "role": "system", "center": "cms", "reason": null},
                          {"what": "CLOSED", "role": "system", "center": "cms", "reason": "MEDIATED"}]}"""),
                Map.of(
                        "imcr", json("""
                                {"offer": {"number": 1, "state": "DECLINED"}, "state": null, "sessions": []}"""),
                        "cms", json("""
                                {"offer": {"number": 2, "state": "ACCEPTED"}, "state": "CLOSED",
                                 "end": {"reason": "MEDIATED", "resolution": "PARTLY"}, "sessions": [
                                  {"session": "0b0c0d0e-0000-4000-8000-000000000002", "outcome": "PROGRESS"},
                                  {"session": "0b0c0d0e-0000-4000-8000-000000000003", "outcome": "AGREEMENT_SOME"}]}""")),
                Map.of(FIRST, session(FIRST, "PROGRESS"), SECOND, session(SECOND, "AGREEMENT_SOME")));
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode session(UUID id, String outcome) {
        return json("""
                {"id": "%s", "outcome": "%s", "center": "cms", "command": "PCT-040", "type": "NOISE",
                 "referral": "0b0c0d0e-0000-4000-8000-000000000001"}""".formatted(id, outcome));
    }
}
