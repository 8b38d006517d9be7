package org.parley.referral.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testing.TestIssuer;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A center's system. */
record Center(String id, Api api) {

    static Center of(int port, String id) {
        var token = TestIssuer.token("center-" + id, List.of("center-system"), Map.of("center", id));
        return new Center(id, new Api(port, token));
    }

    /** The whole inbox, page by page. */
    List<JsonNode> inbox() {
        var all = new ArrayList<JsonNode>();
        var after = 0L;
        while (true) {
            var page = api.get("/v1/centers/" + id + "/inbox?limit=50&after=" + after)
                    .is(200)
                    .body();
            var entries = page.path("entries");
            if (entries.isEmpty()) {
                return all;
            }
            entries.forEach(all::add);
            after = page.path("next").asLong();
        }
    }

    /** The kinds of what the inbox says about a referral, in order. */
    List<String> hasBeenTold(UUID referral) {
        return inbox().stream()
                .filter(entry -> entry.path("referral").asString().equals(referral.toString()))
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    Reply unread() {
        return api.get("/v1/centers/" + id + "/inbox");
    }

    Reply acknowledges(long upTo) {
        return api.post("/v1/centers/" + id + "/inbox/ack", "{\"upTo\": " + upTo + "}");
    }

    /** Its referrals: the open ones, what is due first, unless the query says otherwise. */
    List<UUID> lists(String query) {
        return api.ids("/v1/centers/" + id + "/referrals?" + query);
    }

    Reply sees(UUID referral) {
        return api.get(path(referral, ""));
    }

    Reply accepts(UUID referral) {
        return api.post(path(referral, "/accept"), "{}");
    }

    Reply acceptsVersion(UUID referral, String etag) {
        return api.call(HttpMethod.POST, path(referral, "/accept"), null, Map.of("If-Match", etag));
    }

    Reply declines(UUID referral, String reason) {
        return api.post(path(referral, "/decline"), "{\"reason\": \"" + reason + "\"}");
    }

    Reply schedules(UUID referral, String at) {
        return api.post(path(referral, "/schedule"), "{\"at\": \"" + at + "\"}");
    }

    Reply closes(UUID referral, String reason) {
        return api.post(path(referral, "/close"), "{\"reason\": \"" + reason + "\"}");
    }

    Reply contacts(UUID referral) {
        return api.post(path(referral, "/contact"), "{}");
    }

    Reply holds(UUID referral, String reason, Instant until) {
        return api.post(path(referral, "/hold"), "{\"reason\": \"" + reason + "\", \"until\": \"" + until + "\"}");
    }

    Reply releases(UUID referral) {
        return api.post(path(referral, "/release"), "{}");
    }

    Reply transfers(UUID referral, String reason) {
        return api.post(path(referral, "/transfer"), "{\"reason\": \"" + reason + "\"}");
    }

    Reply revokesConsent(UUID referral, int party) {
        return api.post(path(referral, "/revoke-consent"), "{\"party\": " + party + "}");
    }

    /** Who was shown the people of a referral. */
    Reply looks(UUID referral) {
        return api.get(path(referral, "/looks"));
    }

    Reply history(UUID referral) {
        return api.get(path(referral, "/history"));
    }

    Reply registers(String url) {
        return api.call(HttpMethod.PUT, "/v1/centers/" + id + "/endpoint", "{\"url\": \"" + url + "\"}", Map.of());
    }

    Reply registers(String url, String secret) {
        var body = "{\"url\": \"" + url + "\", \"secret\": \"" + secret + "\"}";
        return api.call(HttpMethod.PUT, "/v1/centers/" + id + "/endpoint", body, Map.of());
    }

    Reply unregisters() {
        return api.call(HttpMethod.DELETE, "/v1/centers/" + id + "/endpoint", null, Map.of());
    }

    Reply endpoint() {
        return api.get("/v1/centers/" + id + "/endpoint");
    }

    Reply rotatesItsSecret() {
        return api.post("/v1/centers/" + id + "/endpoint/rotate-secret", "{}");
    }

    Reply testsItsEndpoint() {
        return api.post("/v1/centers/" + id + "/endpoint/test", "{}");
    }

    Reply asksAgainFor(String range) {
        return api.post("/v1/centers/" + id + "/endpoint/replay", range);
    }

    /** What became of the last attempts, the newest first. */
    Reply deliveries(int limit) {
        return api.get("/v1/centers/" + id + "/endpoint/deliveries?limit=" + limit);
    }

    private String path(UUID referral, String action) {
        return "/v1/centers/" + id + "/referrals/" + referral + action;
    }
}
