package org.parley.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What happens to one thing of the year, the same every time: its luck depends on its name alone. */
final class Chance {

    private final String name;
    private final SplittableRandom random;

    Chance(String name) {
        this.name = name;
        this.random = new SplittableRandom(id("seed").getMostSignificantBits());
    }

    /** An id of its own, computed from the name. */
    UUID id(String what) {
        return UUID.nameUUIDFromBytes((name + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of them, in their order. */
    <T> List<T> some(List<T> choices, int count) {
        var left = new ArrayList<>(choices);
        while (left.size() > count) {
            left.remove(random.nextInt(left.size()));
        }
        return List.copyOf(left);
    }

    /** A time within the last so many days before the given one, by day rather than by night. */
    Instant within(int days, Instant end) {
        return end.minusSeconds(random.nextLong(1, days * 86_400L));
    }
}
