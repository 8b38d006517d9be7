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

    Asked amend(String id, String referral, ObjectNode amendment) {
        return act(id, Deed.AMEND_REFERRAL, referral, "amend", amendment);
    }

    Asked withdraw(String id, String referral, String reason) {
        return act(id, Deed.WITHDRAW_REFERRAL, referral, "withdraw", reason(reason));
    }

    Asked enterInError(String id, String referral, String reason) {
        return act(id, Deed.ENTER_IN_ERROR, referral, "enter-in-error", reason(reason));
    }

    private Asked act(String id, Deed deed, String referral, String verb, ObjectNode body) {
        return clients.ask(
                new Ask(id, client, deed, referral, body),
                Request.post(Service.REFERRAL, "/v1/referrals/" + referral + "/" + verb, body));
    }

    private static ObjectNode reason(String reason) {
        return JsonMapper.shared().createObjectNode().put("reason", reason);
    }

    private static String reference(ObjectNode referral) {
        return referral.path("reference").asString();
    }
}
