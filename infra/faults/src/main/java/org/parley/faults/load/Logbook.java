package org.parley.faults.load;

import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.load.calls.Ask;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Request;
import org.parley.processes.Service;
import tools.jackson.databind.node.ObjectNode;

/** Where a client logs what was done. */
record Logbook(String client, Clients clients) {

    /** @param log the log's id, made here */
    Asked session(String id, String log, ObjectNode body) {
        return put(id, Deed.LOG_SESSION, "/v1/sessions/", log, body);
    }

    Asked microIntervention(String id, String log, ObjectNode body) {
        return put(id, Deed.LOG_MICRO_INTERVENTION, "/v1/micro-interventions/", log, body);
    }

    private Asked put(String id, Deed deed, String path, String log, ObjectNode body) {
        return clients.ask(new Ask(id, client, deed, log, body), Request.put(Service.SESSION, path + log, body));
    }
}
