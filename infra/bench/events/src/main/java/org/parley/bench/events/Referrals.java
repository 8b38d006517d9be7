package org.parley.bench.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A year of a city's referrals, the same for the same seed: so many events, of many referrals at a time, each
 * referral's in their order. Referrals begin in the order of their submission, so that a poll touches a month or two, as
 * real ones do.
 */
public final class Referrals implements Iterator<ReferralEvent> {

    private static final int OPEN = 2_000;
    private static final double EVENTS_PER_REFERRAL = 5.2;
    private static final Instant BEGIN = Instant.parse("2025-11-01T05:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final long events;
    private final SplittableRandom random;
    private final City city = new City();
    private final Duration between;
    private final List<Life> open = new ArrayList<>();
    private final TreeMap<String, Long> ended = new TreeMap<>();
    private long begun;
    private long told;

    public Referrals(long events, long seed) {
        this.events = events;
        this.random = new SplittableRandom(seed);
        this.between = Duration.ofNanos((long) (YEAR.toNanos() * EVENTS_PER_REFERRAL / Math.max(events, 1)));
        // With few events many referrals would be left half told.
        var atOnce = Math.clamp(events / 50, 1, OPEN);
        for (var i = 0; i < atOnce; i++) {
            open.add(begin());
        }
    }

    @Override
    public boolean hasNext() {
        return told < events;
    }

    @Override
    public ReferralEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        told++;
        var at = random.nextInt(open.size());
        var life = open.get(at);
        var event = life.next();
        if (life.isOver()) {
            life.contribution().figures().forEach(figure -> ended.merge(figure, 1L, Long::sum));
            open.set(at, begin());
        }
        return event;
    }

    /** What all events told so far add up to: every figure by its name, without zeros. */
    public SortedMap<String, Long> figures() {
        var figures = new TreeMap<>(ended);
        open.forEach(life -> life.contribution().figures().forEach(figure -> figures.merge(figure, 1L, Long::sum)));
        return figures;
    }

    /** In the order of their submission. */
    private Life begin() {
        return new Life(random.split(), city, BEGIN.plus(between.multipliedBy(begun++)));
    }
}
