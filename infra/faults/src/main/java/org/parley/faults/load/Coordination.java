package org.parley.faults.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A coordinator that looks at what no center has, again and again, and begins a story each time a referral comes up. */
record Coordination(Scene scene, Coordinator coordinator, Consumer<Runnable> stories) implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Override
    public void run() {
        var begun = new HashSet<String>();
        while (true) {
            look(begun);
            scene.stage().pause(BETWEEN_LOOKS);
        }
    }

    private void look(Set<String> begun) {
        var cursor = "";
        do {
            var page = coordinator.worklist(cursor);
            page.ifPresent(it -> it.path("items").forEach(item -> take(item, begun)));
            cursor = page.map(it -> it.path("next").asString("")).orElse("");
        } while (!cursor.isEmpty());
    }

    /** It comes up again when the center that it was placed at does not want it either. */
    void take(JsonNode item, Set<String> begun) {
        if (item.path("state").asString().equals("UNPLACED")) {
            var story = PlacementStory.of(
                    scene,
                    coordinator,
                    item.path("id").asString(),
                    item.path("offers").size());
            if (begun.add(story.name())) {
                stories.accept(story);
            }
        }
    }
}
