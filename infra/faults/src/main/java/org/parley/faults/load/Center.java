package org.parley.faults.load;

import java.util.Optional;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.load.calls.Ask;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Request;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mediation center's system. */
record Center(String name, Clients clients) {

    Optional<JsonNode> inbox(long after) {
        return clients.answer(client(), Request.get(Service.REFERRAL, path() + "/inbox?after=" + after));
    }

    Asked acknowledge(String id, long upTo) {
        var body = empty().put("upTo", upTo);
        return clients.ask(
                new Ask(id, client(), Deed.ACKNOWLEDGE_INBOX, name, body),
                Request.post(Service.REFERRAL, path() + "/inbox/ack", body));
    }

    Asked accept(String id, String referral) {
        return act(id, Deed.ACCEPT, referral, "accept", empty());
    }

    Asked decline(String id, String referral, String reason) {
        return act(id, Deed.DECLINE, referral, "decline", empty().put("reason", reason));
    }

    Asked contact(String id, String referral) {
        return act(id, Deed.CONTACT, referral, "contact", empty());
    }

    Asked hold(String id, String referral, String reason, String until) {
        return act(
                id, Deed.HOLD, referral, "hold", empty().put("reason", reason).put("until", until));
    }

    Asked release(String id, String referral) {
        return act(id, Deed.RELEASE, referral, "release", empty());
    }

    Asked transfer(String id, String referral, String reason) {
        return act(id, Deed.TRANSFER, referral, "transfer", empty().put("reason", reason));
    }

    Asked schedule(String id, String referral, String at) {
        return act(id, Deed.SCHEDULE, referral, "schedule", empty().put("at", at));
    }

    Asked close(String id, String referral, String reason) {
        return act(id, Deed.CLOSE, referral, "close", empty().put("reason", reason));
    }

    Logbook logbook() {
        return new Logbook(client(), clients);
    }

    private Asked act(String id, Deed deed, String referral, String verb, ObjectNode body) {
        return clients.ask(
                new Ask(id, client(), deed, referral, body),
                Request.post(Service.REFERRAL, path() + "/referrals/" + referral + "/" + verb, body));
    }

    private String client() {
        return "center-" + name;
    }

    private String path() {
        return "/v1/centers/" + name;
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }
}
