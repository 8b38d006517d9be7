package org.parley.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.faults.history.Delivery;
import org.parley.faults.history.FeedLine;

/**
 * Each line of a center's feed was delivered to its endpoint at least once, unless the center acknowledged it through
 * its inbox. A repeat is known by its id and is the same to the letter; of one referral nothing overtakes.
 */
final class Webhooks implements Rule {

    private static final Map<String, String> TYPES = Map.of(
            "OFFER", "org.parley.inbox.offer.v1",
            "OFFER_AMENDED", "org.parley.inbox.offer-amended.v1",
            "OFFER_WITHDRAWN", "org.parley.inbox.offer-withdrawn.v1",
            "REMINDER", "org.parley.inbox.reminder.v1");

    @Override
    public void check(Run run, Consumer<String> broken) {
        var lines = new HashMap<String, FeedLine>();
        run.found().feeds().forEach(line -> lines.put(line.center() + "/" + line.n(), line));
        var bodies = new HashMap<String, String>();
        var taken = new HashSet<String>();
        var newest = new HashMap<String, Long>();
        for (var delivery : run.found().deliveries()) {
            var line = lines.get(delivery.webhookId());
            if (line == null || !isAbout(delivery, line)) {
                broken.accept("Webhook " + delivery.webhookId() + " is not what the feed says");
                continue;
            }
            if (!delivery.signed()) {
                broken.accept("Webhook " + delivery.webhookId() + " is not rightly signed");
            }
            if (!bodies.computeIfAbsent(delivery.webhookId(), _ -> delivery.body())
                    .equals(delivery.body())) {
                broken.accept("Webhook " + delivery.webhookId() + " was repeated with another body");
            }
            if (delivery.answered() / 100 == 2 && taken.add(delivery.webhookId())) {
                var referral = line.center() + " " + line.referral();
                if (newest.getOrDefault(referral, 0L) > line.n()) {
                    broken.accept("Webhook " + delivery.webhookId() + " was overtaken by " + newest.get(referral)
                            + " of the same referral");
                }
                newest.merge(referral, line.n(), Math::max);
            }
        }
        var asked = AcknowledgedInboxes.asked(run);
        lines.forEach((id, line) -> {
            if (isDue(run, asked, line) && !taken.contains(id)) {
                broken.accept("Webhook " + id + " was never delivered");
            }
        });
    }

    private static boolean isAbout(Delivery delivery, FeedLine line) {
        return delivery.center().equals(line.center())
                && delivery.referral().equals(line.referral())
                && delivery.type().equals(TYPES.get(line.kind()));
    }

    private static boolean isDue(Run run, Map<String, Long> asked, FeedLine line) {
        return run.found().webhookCenters().contains(line.center()) && line.n() > asked.getOrDefault(line.center(), 0L);
    }
}
