package org.parley.faults.load;

import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.load.calls.Ask;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Request;
import org.parley.processes.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A precinct's system, or the connector that speaks for all. */
record Precinct(String client, Clients clients) {

    Asked post(String id, ObjectNode referral) {
        return clients.ask(
                new Ask(id, client, Deed.POST_REFERRAL, reference(referral), referral),
                Request.post(Service.REFERRAL, "/v1/referrals", referral));
    }

    /** Over Kafka. */
    Asked send(String id, ObjectNode referral) {
        return clients.send(new Ask(id, client, Deed.SEND_REFERRAL, reference(referral), referral));
    }

    Asked withdraw(String id, String referral, String reason) {
        var body = JsonMapper.shared().createObjectNode().put("reason", reason);
        return clients.ask(
                new Ask(id, client, Deed.WITHDRAW_REFERRAL, referral, body),
                Request.post(Service.REFERRAL, "/v1/referrals/" + referral + "/withdraw", body));
    }

    private static String reference(ObjectNode referral) {
        return referral.path("reference").asString();
    }
}
