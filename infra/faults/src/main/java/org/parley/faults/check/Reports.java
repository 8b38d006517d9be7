package org.parley.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import tools.jackson.databind.JsonNode;

/** What was logged, and how the log has to look. */
final class Reports {

    /** By the kind of aggregate that becomes of them. */
    static final Map<String, Deed> DEEDS =
            Map.of(Events.SESSION, Deed.LOG_SESSION, Events.MICRO_INTERVENTION, Deed.LOG_MICRO_INTERVENTION);

    private Reports() {}

    /** The fields in which the log is not what was sent. What was left out is not looked at. */
    static List<String> differences(Asked asked, JsonNode log) {
        var wrong = new ArrayList<String>();
        asked.body().forEachEntry((field, sent) -> {
            if (Json.isThere(sent) && !Json.sameSet(sent, log.path(field))) {
                wrong.add(field);
            }
        });
        var led = Json.text(asked.body(), "kind").equals("CENTER_LED")
                && !Json.isThere(asked.body().path("center"));
        if (led && !Json.text(log, "center").equals(Deeds.center(asked))) {
            wrong.add("center");
        }
        return wrong;
    }

    /** The name of the collection they are kept in. */
    static String collection(String kind) {
        return kind + "s";
    }
}
