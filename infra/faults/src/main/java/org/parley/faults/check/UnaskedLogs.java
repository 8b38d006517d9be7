package org.parley.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Event;
import tools.jackson.databind.JsonNode;

/** There is no log that nobody sent. */
final class UnaskedLogs implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var known = new HashSet<String>();
        Reports.DEEDS.forEach((kind, deed) -> {
            var ids = new HashSet<>(run.stored(Reports.collection(kind)));
            ids.addAll(run.events().of(kind).keySet());
            run.deeds().possible(deed).map(Asked::subject).forEach(known::add);
            for (var id : ids) {
                var asked = run.deeds().possible(deed, id).toList();
                if (asked.isEmpty()) {
                    broken.accept("Nobody logged " + kind + " " + id);
                } else {
                    told(run, kind, id, asked, broken);
                    read(run.found().logs().get(id), kind, id, asked, broken);
                }
            }
        });
        run.found().logs().keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> broken.accept("Nobody logged " + id + ", and it can be read"));
    }

    private static void told(Run run, String kind, String id, List<Asked> asked, Consumer<String> broken) {
        run.events().of(kind, id).stream()
                .filter(event -> asked.stream()
                        .noneMatch(one -> canHaveLed(run, one, event)
                                && Reports.differences(one, Events.state(event)).isEmpty()))
                .forEach(event -> broken.accept(
                        "The event " + event.id() + " of " + kind + " " + id + " is not what anybody logged"));
    }

    /** What the service finds out later, such as a certificate, it tells by itself long after the log. */
    private static boolean canHaveLed(Run run, Asked one, Event event) {
        var isOwn = Json.text(event.data().path("actor"), "role").equals("system");
        return isOwn ? run.deeds().hadBegun(one, event.time()) : run.deeds().canHaveHappened(one, event.time());
    }

    private static void read(
            @Nullable JsonNode log, String kind, String id, List<Asked> asked, Consumer<String> broken) {
        if (log != null
                && asked.stream().noneMatch(one -> Reports.differences(one, log).isEmpty())) {
            broken.accept("The " + kind + " " + id + " is not what anybody logged");
        }
    }
}
