package org.parley.faults.load;

import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A center that polls its inbox, and begins a story with every offer.
 *
 * @param ackPerMille at so many of a thousand entries it acknowledges all up to there
 */
record Inbox(Scene scene, Center center, int ackPerMille, Consumer<Runnable> stories) implements Runnable {

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(400);

    @Override
    public void run() {
        var after = 0L;
        while (true) {
            var page = center.inbox(after);
            var next = page.map(it -> it.path("next").asLong()).orElse(after);
            page.ifPresent(it -> it.path("entries").forEach(this::take));
            if (next == after) {
                scene.stage().pause(BETWEEN_POLLS);
            }
            after = next;
        }
    }

    private void take(JsonNode entry) {
        if (entry.path("kind").asString().equals("OFFER")) {
            stories.accept(OfferStory.of(
                    scene,
                    center,
                    entry.path("referral").asString(),
                    entry.path("offer").asInt()));
        }
        var n = entry.path("n").asLong();
        if (scene.chance("inbox-" + center.name() + "-" + n).inThousand(ackPerMille)) {
            stories.accept(() -> center.acknowledge("inbox-" + center.name() + "-" + n, n));
        }
    }
}
