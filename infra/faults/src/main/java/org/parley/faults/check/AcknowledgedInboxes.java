package org.parley.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;

/** An inbox is acknowledged as far as its center said, and no further. */
final class AcknowledgedInboxes implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var least = furthest(run.deeds().done(Deed.ACKNOWLEDGE_INBOX));
        var most = furthest(run.deeds().possible(Deed.ACKNOWLEDGE_INBOX));
        var centers = new HashSet<>(run.found().acknowledged().keySet());
        centers.addAll(most.keySet());
        for (var center : centers) {
            long is = run.found().acknowledged().getOrDefault(center, 0L);
            if (is < least.getOrDefault(center, 0L)) {
                broken.accept("The inbox of " + center + " is acknowledged to " + is + ", and its center was told to "
                        + least.get(center));
            }
            if (is > most.getOrDefault(center, 0L)) {
                broken.accept("The inbox of " + center + " is acknowledged to " + is + ", which nobody asked for");
            }
        }
    }

    private static Map<String, Long> furthest(Stream<Asked> deeds) {
        var furthest = new HashMap<String, Long>();
        deeds.forEach(asked ->
                furthest.merge(asked.subject(), asked.body().path("upTo").asLong(0), Math::max));
        return furthest;
    }
}
