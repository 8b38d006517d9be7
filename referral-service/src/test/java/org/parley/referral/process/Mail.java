package org.parley.referral.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * How the system of a center or a command is told.
 *
 * @param of the path of its inbox and its endpoint
 */
record Mail(String of, Api api) {

    static Mail toCommand(String command, Api api) {
        return new Mail("/v1/commands/" + command, api);
    }

    /** The whole inbox, page by page. */
    List<JsonNode> inbox() {
        var all = new ArrayList<JsonNode>();
        var after = 0L;
        while (true) {
            var page = api.get(of + "/inbox?limit=50&after=" + after).is(200).body();
            var entries = page.path("entries");
            if (entries.isEmpty()) {
                return all;
            }
            entries.forEach(all::add);
            after = page.path("next").asLong();
        }
    }

    /** What the inbox says about a referral, in order. */
    List<JsonNode> linesOf(UUID referral) {
        return inbox().stream()
                .filter(entry -> entry.path("referral").asString().equals(referral.toString()))
                .toList();
    }

    /** The kinds of what the inbox says about a referral, in order. */
    List<String> hasBeenTold(UUID referral) {
        return linesOf(referral).stream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    Reply unread() {
        return api.get(of + "/inbox");
    }

    Reply acknowledges(long upTo) {
        return api.post(of + "/inbox/ack", "{\"upTo\": " + upTo + "}");
    }

    Reply registers(String url) {
        return api.call(HttpMethod.PUT, of + "/endpoint", "{\"url\": \"" + url + "\"}", Map.of());
    }

    Reply registers(String url, String secret) {
        var body = "{\"url\": \"" + url + "\", \"secret\": \"" + secret + "\"}";
        return api.call(HttpMethod.PUT, of + "/endpoint", body, Map.of());
    }

    Reply unregisters() {
        return api.call(HttpMethod.DELETE, of + "/endpoint", null, Map.of());
    }

    Reply endpoint() {
        return api.get(of + "/endpoint");
    }

    Reply rotatesItsSecret() {
        return api.post(of + "/endpoint/rotate-secret", "{}");
    }

    Reply testsItsEndpoint() {
        return api.post(of + "/endpoint/test", "{}");
    }

    Reply asksAgainFor(String range) {
        return api.post(of + "/endpoint/replay", range);
    }

    /** What became of the last attempts, the newest first. */
    Reply deliveries(int limit) {
        return api.get(of + "/endpoint/deliveries?limit=" + limit);
    }
}
