package org.parley.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one aggregate adds to the cells. A corrected aggregate contributes differently; the difference between its new
 * and its old contribution is what an event changes.
 */
public record Contribution(Map<Cell, Long> cells) {

    public static final Contribution NONE = new Contribution(Map.of());

    public Contribution {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** One for each of the metrics, on one day and for the same values. */
    public static Contribution counting(Collection<Metric> metrics, LocalDate day, List<String> values) {
        var counted = new LinkedHashMap<Cell, Long>();
        metrics.forEach(metric -> counted.put(new Cell(metric, day, values), 1L));
        return new Contribution(counted);
    }

    /** Of each metric as many, on one day and for the same values; none where there are none. */
    public static Contribution counting(Map<Metric, Integer> counts, LocalDate day, List<String> values) {
        var adding = on(day, values);
        counts.forEach((metric, count) -> adding.many(metric, count));
        return adding.done();
    }

    /**
     * Begins with nothing.
     *
     * @param place values of the dimensions that all metrics of the group have
     */
    public static Adding on(LocalDate day, List<String> place) {
        return new Adding(day, place);
    }

    /** What has to be added to {@code old} to get this; cells that stay the same are left out. */
    public Contribution minus(Contribution old) {
        if (old.cells.isEmpty()) {
            return this;
        }
        var change = new HashMap<>(cells);
        old.cells.forEach((cell, value) -> change.merge(cell, -value, Long::sum));
        change.values().removeIf(value -> value == 0);
        return new Contribution(change);
    }

    /** Cells of one day, on their way to a contribution. */
    public static final class Adding {

        private final LocalDate day;
        private final Map<Cell, Long> cells = new LinkedHashMap<>();
        private List<String> place;

        private Adding(LocalDate day, List<String> place) {
            this.day = day;
            this.place = place;
        }

        /** What follows counts there. */
        public Adding at(List<String> elsewhere) {
            place = elsewhere;
            return this;
        }

        /** @param details values of the metric's own dimensions */
        public Adding one(Metric metric, String... details) {
            return many(metric, 1, details);
        }

        /** Of zero no cell is left. */
        public Adding many(Metric metric, long count, String... details) {
            if (count != 0) {
                var values = Stream.concat(place.stream(), Arrays.stream(details));
                cells.merge(new Cell(metric, day, values.toList()), count, Long::sum);
            }
            return this;
        }

        /** One that took so long, in whole minutes; where clocks disagree, not less than none. */
        public Adding took(Metric distribution, Instant from, Instant to) {
            var minutes = Math.max(0, Duration.between(from, to).toMinutes());
            return one(distribution, Long.toString(Buckets.of(minutes)));
        }

        public Contribution done() {
            return new Contribution(cells);
        }
    }
}
