package org.parley.casework.audit;

import static org.parley.casework.calls.House.REFERRAL;
import static org.parley.casework.calls.House.SESSION;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.casework.books.Account;
import org.parley.casework.books.Held;
import org.parley.casework.calls.Doors;
import tools.jackson.databind.JsonNode;

/**
 * One referral as everybody sees it.
 *
 * @param precinct the police-safe view
 * @param centers the view of each center that was asked
 * @param sessions as session-service has them
 */
record Seen(
        JsonNode precinct,
        JsonNode coordinator,
        JsonNode history,
        Map<String, JsonNode> centers,
        Map<UUID, JsonNode> sessions) {

    static Seen of(Account account, Doors doors) {
        var coordination = "/v1/coordination/referrals/" + account.id();
        var centers = new HashMap<String, JsonNode>();
        for (var center : account.centers()) {
            var path = "/v1/centers/" + center + "/referrals/" + account.id();
            centers.put(center, doors.as("center-" + center).get(REFERRAL, path).body());
        }
        var sessions = new HashMap<UUID, JsonNode>();
        for (Held held : account.sessions()) {
            var path = "/v1/sessions/" + held.id();
            sessions.put(
                    held.id(),
                    doors.as("center-" + held.center()).get(SESSION, path).body());
        }
        return new Seen(
                doors.as("connector")
                        .get(REFERRAL, "/v1/referrals/" + account.id())
                        .body(),
                doors.as("coordinator").get(REFERRAL, coordination).body(),
                doors.as("coordinator").get(REFERRAL, coordination + "/history").body(),
                centers,
                sessions);
    }
}
