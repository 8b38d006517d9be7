package org.parley.referral.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testing.TestIssuer;

/** Who looks after referrals that no center has. */
record Coordinator(Api api) {

    private static final String REFERRALS = "/v1/coordination/referrals";

    static Coordinator of(int port) {
        return new Coordinator(new Api(port, TestIssuer.token("coordinator", List.of("coordinator"), Map.of())));
    }

    /** Those that need a coordinator now, what is due first. */
    List<UUID> worklist() {
        return worklist(200);
    }

    List<UUID> worklist(int perPage) {
        return api.ids(REFERRALS + "?limit=" + perPage);
    }

    Reply sees(UUID referral) {
        return api.get(REFERRALS + "/" + referral);
    }

    Reply history(UUID referral) {
        return api.get(REFERRALS + "/" + referral + "/history");
    }

    Reply revokesConsent(UUID referral, int party) {
        return api.post(REFERRALS + "/" + referral + "/revoke-consent", "{\"party\": " + party + "}");
    }

    Reply shredsContacts(UUID referral) {
        return api.post(REFERRALS + "/" + referral + "/shred-contacts", "{}");
    }

    /** What is held about a party, for that party. */
    Reply exports(UUID referral, int party) {
        return api.get(REFERRALS + "/" + referral + "/parties/" + party);
    }

    Reply looks(UUID referral) {
        return api.get(REFERRALS + "/" + referral + "/looks");
    }

    Reply places(UUID referral, String center) {
        return api.post(REFERRALS + "/" + referral + "/place", "{\"center\": \"" + center + "\"}");
    }

    Reply entersInError(UUID referral, String reason) {
        return api.post(REFERRALS + "/" + referral + "/enter-in-error", "{\"reason\": \"" + reason + "\"}");
    }
}
