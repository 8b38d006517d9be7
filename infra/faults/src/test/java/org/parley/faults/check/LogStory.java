package org.parley.faults.check;

import java.util.List;
import org.parley.faults.history.Deed;
import tools.jackson.databind.node.ObjectNode;

/** What officers and centers log. */
final class LogStory {

    private final Story story;

    LogStory(Story story) {
        this.story = story;
    }

    /** The center does not say which one it is. */
    String session(String center, String referral, String outcome, String startedAt) {
        var id = Story.id("session for " + referral);
        var data = Story.example("session.logged");
        var body = (ObjectNode) data.get("session");
        body.put("referral", referral).put("outcome", outcome).put("startedAt", startedAt);
        body.put("endedAt", "2026-11-23T14:30:00.000Z");
        var sent = body.deepCopy().without(List.of("id", "borough", "center", "certificate", "loggedAt"));
        body.put("center", center);
        logs("session", Deed.LOG_SESSION, "center-" + center, id, data, "session", sent);
        return id;
    }

    String microIntervention(String name) {
        var id = Story.id(name);
        var data = Story.example("micro-intervention.logged");
        var log = (ObjectNode) data.get("microIntervention");
        var sent = log.deepCopy().without(List.of("id", "borough", "loggedAt"));
        logs("micro-intervention", Deed.LOG_MICRO_INTERVENTION, "officer-demo", id, data, "microIntervention", sent);
        return id;
    }

    private void logs(
            String kind, Deed deed, String client, String id, ObjectNode data, String field, ObjectNode sent) {
        var log = (ObjectNode) data.get(field);
        var view = Story.json("{}");
        story.asks(client, deed, id, sent, view);
        log.put("id", id).put("loggedAt", story.now().toString());
        view.setAll(log.deepCopy());
        view.put("version", 1);
        story.stores(kind + "s", id);
        story.logs.put(id, view.deepCopy());
        story.tells(kind + ".logged", id, data);
    }
}
