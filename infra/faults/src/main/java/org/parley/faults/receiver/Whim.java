package org.parley.faults.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses a few deliveries when they come for the first time, the same ones with every run of a seed. */
final class Whim {

    private final long seed;
    private final int percent;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param seen deliveries of before a restart */
    Whim(long seed, int percent, Set<String> seen) {
        this.seed = seed;
        this.percent = percent;
        this.seen.addAll(seen);
    }

    int answer(String webhookId) {
        if (!seen.add(webhookId)) {
            return 204;
        }
        var name = UUID.nameUUIDFromBytes((seed + "/" + webhookId).getBytes(UTF_8));
        var random = new SplittableRandom(name.getMostSignificantBits());
        if (random.nextInt(100) >= percent) {
            return 204;
        }
        return random.nextBoolean() ? 500 : 503;
    }
}
