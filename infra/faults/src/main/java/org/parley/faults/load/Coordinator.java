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

/** Who looks after what no center has. */
record Coordinator(Clients clients) {

    private static final String CLIENT = "coordinator";
    private static final String PATH = "/v1/coordination/referrals";
    private static final int PAGE = 200;

    /** @param cursor empty for the first page */
    Optional<JsonNode> worklist(String cursor) {
        var next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return clients.answer(CLIENT, Request.get(Service.REFERRAL, PATH + "?limit=" + PAGE + next));
    }

    Asked place(String id, String referral, String center) {
        return act(id, Deed.PLACE, referral, "place", body("center", center));
    }

    Asked enterInError(String id, String referral, String reason) {
        return act(id, Deed.ENTER_IN_ERROR, referral, "enter-in-error", body("reason", reason));
    }

    private Asked act(String id, Deed deed, String referral, String verb, ObjectNode body) {
        return clients.ask(
                new Ask(id, CLIENT, deed, referral, body),
                Request.post(Service.REFERRAL, PATH + "/" + referral + "/" + verb, body));
    }

    private static ObjectNode body(String field, String value) {
        return JsonMapper.shared().createObjectNode().put(field, value);
    }
}
