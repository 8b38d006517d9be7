package org.parley.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Delivery;

/** An inbox is acknowledged as far as its center said, or as its webhook took it, and no further. */
final class AcknowledgedInboxes implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        var least = furthest(run.deeds().done(Deed.ACKNOWLEDGE_INBOX));
        var most = asked(run);
        var taken = run.found().deliveries().stream()
                .filter(delivery -> delivery.answered() / 100 == 2)
                .map(Delivery::webhookId)
                .collect(Collectors.toSet());
        var centers = new HashSet<>(run.found().acknowledged().keySet());
        centers.addAll(most.keySet());
        for (var center : centers) {
            long is = run.found().acknowledged().getOrDefault(center, 0L);
            if (is < least.getOrDefault(center, 0L)) {
                broken.accept("The inbox of " + center + " is acknowledged to " + is + ", and its center was told to "
                        + least.get(center));
            }
            LongStream.rangeClosed(most.getOrDefault(center, 0L) + 1, is)
                    .filter(n -> !taken.contains(center + "/" + n))
                    .findFirst()
                    .ifPresent(n -> broken.accept("The inbox of " + center + " is acknowledged to " + is
                            + ", which nobody asked for, and its webhook has not taken " + n));
        }
    }

    /** How far each center may have asked for. */
    static Map<String, Long> asked(Run run) {
        return furthest(run.deeds().possible(Deed.ACKNOWLEDGE_INBOX));
    }

    private static Map<String, Long> furthest(Stream<Asked> deeds) {
        var furthest = new HashMap<String, Long>();
        deeds.forEach(asked ->
                furthest.merge(asked.subject(), asked.body().path("upTo").asLong(0), Math::max));
        return furthest;
    }
}
