package org.parley.referral.process;

import java.time.Instant;
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

    Mail mail() {
        return new Mail("/v1/centers/" + id, api);
    }

    List<JsonNode> inbox() {
        return mail().inbox();
    }

    List<String> hasBeenTold(UUID referral) {
        return mail().hasBeenTold(referral);
    }

    Reply unread() {
        return mail().unread();
    }

    Reply acknowledges(long upTo) {
        return mail().acknowledges(upTo);
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
        return mail().registers(url);
    }

    Reply registers(String url, String secret) {
        return mail().registers(url, secret);
    }

    Reply unregisters() {
        return mail().unregisters();
    }

    Reply endpoint() {
        return mail().endpoint();
    }

    Reply rotatesItsSecret() {
        return mail().rotatesItsSecret();
    }

    Reply testsItsEndpoint() {
        return mail().testsItsEndpoint();
    }

    Reply asksAgainFor(String range) {
        return mail().asksAgainFor(range);
    }

    Reply deliveries(int limit) {
        return mail().deliveries(limit);
    }

    private String path(UUID referral, String action) {
        return "/v1/centers/" + id + "/referrals/" + referral + action;
    }
}
