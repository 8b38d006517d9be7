package org.parley.casework.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The luck of one decision, the same every time for the same name. */
final class Chance {

    private final String name;
    private final SplittableRandom random;

    Chance(long seed, Object... names) {
        this.name = seed + "/" + List.of(names);
        this.random = new SplittableRandom(id("luck").getMostSignificantBits());
    }

    UUID id(String what) {
        return UUID.nameUUIDFromBytes((name + "/" + what).getBytes(UTF_8));
    }

    int percent() {
        return random.nextInt(100);
    }

    boolean in(int percent) {
        return percent() < percent;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
