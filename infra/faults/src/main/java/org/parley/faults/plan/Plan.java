package org.parley.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.faults.plan.Fault.Backing;
import org.parley.faults.plan.Fault.CopyOf;
import org.parley.faults.plan.Fault.Victim;
import org.parley.faults.plan.Fault.Way;
import org.parley.processes.Service;

/**
 * What a seed draws: the same for the same seed and length.
 *
 * @param doubled services that run in two copies
 * @param faults in the order of their beginning
 */
public record Plan(long seed, Duration length, Set<Service> doubled, List<Planned> faults) {

    /** @param at after the load has begun */
    public record Planned(Duration at, Fault fault) {}

    /** One fault begins in each of these, so that several overlap and none crowds out the rest. */
    private static final Duration SLOT = Duration.ofSeconds(12);

    /** Enough of the end is left for what the last fault has broken to be used once more. */
    private static final Duration QUIET_END = Duration.ofSeconds(5);

    private static final List<Way> WAYS = List.of(Way.values());
    private static final List<Service> SERVICES = List.of(Service.values());

    public Plan {
        doubled = Set.copyOf(doubled);
        faults = List.copyOf(faults);
    }

    public static Plan draw(long seed, Duration length) {
        var random = new Random(seed);
        // Figures are where a zombie could do most, and seats where two copies fight; of the others one by chance.
        var doubled = EnumSet.of(Service.REPORTING, Service.ENROLLMENT);
        if (random.nextBoolean()) {
            doubled.add(random.nextBoolean() ? Service.REFERRAL : Service.SESSION);
        }
        var faults = new ArrayList<Planned>();
        var slots = Math.max(2, (int) (length.minus(QUIET_END).toMillis() / SLOT.toMillis()));
        var slot = length.minus(QUIET_END).dividedBy(slots);
        // These three belong to every run: what they provoke is what a run must have seen to count.
        var first = new ArrayList<>(List.of(
                new Fault.Freeze(new CopyOf(Service.REPORTING, 1 + random.nextInt(2)), seconds(random, 15, 25)),
                new Fault.Kill(Backing.BROKER, seconds(random, 3, 8)),
                new Fault.Kill(new CopyOf(Service.REFERRAL, 1), seconds(random, 1, 4))));
        for (var n = 0; n < slots; n++) {
            var fault = first.isEmpty() ? any(random) : first.remove(random.nextInt(first.size()));
            faults.add(new Planned(slot.multipliedBy(n).plusMillis(random.nextLong(slot.toMillis())), fault));
        }
        faults.sort(Comparator.comparing(Planned::at));
        return new Plan(seed, length, doubled, faults);
    }

    /** By how much clocks are wrong for a while. */
    public Set<Duration> clockShifts() {
        return faults.stream()
                .map(Planned::fault)
                .filter(Fault.WrongClock.class::isInstance)
                .map(fault -> ((Fault.WrongClock) fault).shift())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Fault any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Fault.Kill(victim(random), seconds(random, 1, 8));
            case 3, 4 -> new Fault.Freeze(victim(random), seconds(random, 15, 40));
            case 5 -> new Fault.Freeze(new CopyOf(Service.REPORTING, 1 + random.nextInt(2)), seconds(random, 15, 40));
            case 6 ->
                new Fault.Delay(
                        copy(random), way(random), Duration.ofMillis(random.nextInt(50, 400)), seconds(random, 5, 20));
            case 7 -> new Fault.Cut(copy(random), way(random), seconds(random, 1, 10));
            case 8, 9 -> new Fault.SwallowAnswers(copy(random), way(random), seconds(random, 2, 15));
            case 10 ->
                new Fault.DiskFull(random.nextBoolean() ? Backing.STORE : Backing.BROKER, seconds(random, 5, 10));
            default ->
                new Fault.WrongClock(
                        copy(random),
                        Duration.ofSeconds(random.nextInt(60, 240) * (random.nextBoolean() ? 1L : -1L)),
                        seconds(random, 10, 30));
        };
    }

    private static Victim victim(Random random) {
        var backing = Backing.values();
        var drawn = random.nextInt(backing.length + SERVICES.size());
        return drawn < backing.length ? backing[drawn] : copy(random);
    }

    private static CopyOf copy(Random random) {
        return new CopyOf(SERVICES.get(random.nextInt(SERVICES.size())), 1 + random.nextInt(2));
    }

    private static Way way(Random random) {
        return WAYS.get(random.nextInt(WAYS.size()));
    }

    private static Duration seconds(Random random, int from, int to) {
        return Duration.ofMillis(random.nextLong(from * 1_000L, to * 1_000L));
    }
}
