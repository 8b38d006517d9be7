package org.parley.faults.load.draws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The luck of one thing of the run. It depends on its name alone, not on what was drawn for others before. */
public final class Chance {

    private final String name;
    private final SplittableRandom random;

    /** @param name has the run's seed in it */
    public Chance(String name) {
        this.name = name;
        this.random = new SplittableRandom(id("seed").getMostSignificantBits());
    }

    /** Of a part of this thing. */
    public Chance of(String part) {
        return new Chance(name + "/" + part);
    }

    /** An id of its own, computed from the name. */
    public UUID id(String what) {
        return UUID.nameUUIDFromBytes((name + "/" + what).getBytes(UTF_8));
    }

    public boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    public boolean inThousand(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T from(List<T> choices) {
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

    public Duration pause(int leastMillis, int mostMillis) {
        return Duration.ofMillis(between(leastMillis, mostMillis));
    }

    /** A time within the last so many days before the given one. */
    Instant within(int days, Instant end) {
        return end.minusSeconds(random.nextLong(60, days * 86_400L));
    }
}
