package org.parley.reporting.releases;

import static org.parley.reporting.Dimension.BOROUGH;
import static org.parley.reporting.Dimension.COMMAND;
import static org.parley.reporting.Dimension.TYPE;
import static org.parley.reporting.Interval.QUARTER;
import static org.parley.reporting.Interval.YEAR;
import static org.parley.reporting.Metric.AGREEMENTS;
import static org.parley.reporting.Metric.APPROVALS;
import static org.parley.reporting.Metric.ARRESTS_AVOIDED;
import static org.parley.reporting.Metric.EVALUATION_RESPONSES;
import static org.parley.reporting.Metric.MICRO_INTERVENTIONS;
import static org.parley.reporting.Metric.OFFICERS_CERTIFIED;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_CLOSED;
import static org.parley.reporting.Metric.REFERRALS_SCREENED_OUT;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.Metric.SESSIONS_HELD;
import static org.parley.reporting.Metric.TOP_BOX;
import static org.parley.reporting.Metric.TRAININGS_COMPLETED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;

/**
 * The closed set of what is public. A table gives its metrics, each a part of the one before, over its interval for each
 * value of its dimensions, which are nested: commands in their borough. Where little happens in a quarter, the table is
 * of years. A metric that stands nowhere here is not public; one that is added must be a part of the one before it.
 *
 * <p>Each table hides what it has to by itself. So no two may tell the same people apart in ways that follow from each other:
 * not by center, since a center serves its borough; not who completed a training or was asked about it, since those are who
 * was certified; not the seats of cohorts, since each row is a training.
 */
public enum PublicTable {
    REFERRALS(QUARTER, List.of(), REFERRALS_SUBMITTED, REFERRALS_ACCEPTED, REFERRALS_CLOSED),
    SCREENED_OUT(QUARTER, List.of(), REFERRALS_SCREENED_OUT),
    SESSIONS(QUARTER, List.of(), SESSIONS_HELD, AGREEMENTS),
    ON_THE_STREET(QUARTER, List.of(), MICRO_INTERVENTIONS, ARRESTS_AVOIDED),
    CERTIFICATES(QUARTER, List.of(), OFFICERS_CERTIFIED),
    TRAININGS(YEAR, List.of(), TRAININGS_COMPLETED),
    EVALUATIONS(YEAR, List.of(), EVALUATION_RESPONSES, APPROVALS, TOP_BOX),

    REFERRALS_BY_PLACE(QUARTER, List.of(BOROUGH, COMMAND), REFERRALS_SUBMITTED, REFERRALS_ACCEPTED, REFERRALS_CLOSED) {
        @Override
        int metricsAt(int level) {
            return level == 2 ? 1 : super.metricsAt(level);
        }
    },
    REFERRALS_BY_TYPE(QUARTER, List.of(TYPE), REFERRALS_SUBMITTED, REFERRALS_ACCEPTED),
    SESSIONS_BY_PLACE(YEAR, List.of(BOROUGH, COMMAND), SESSIONS_HELD, AGREEMENTS) {
        @Override
        int metricsAt(int level) {
            return level == 2 ? 1 : super.metricsAt(level);
        }
    },
    SESSIONS_BY_TYPE(YEAR, List.of(TYPE), SESSIONS_HELD),
    ON_THE_STREET_BY_PLACE(YEAR, List.of(BOROUGH, COMMAND), MICRO_INTERVENTIONS, ARRESTS_AVOIDED),
    ON_THE_STREET_BY_TYPE(YEAR, List.of(TYPE), MICRO_INTERVENTIONS, ARRESTS_AVOIDED),
    CERTIFICATES_BY_PLACE(YEAR, List.of(BOROUGH, COMMAND), OFFICERS_CERTIFIED);

    private final Interval interval;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> dimensions;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Metric> metrics;

    PublicTable(Interval interval, List<Dimension> dimensions, Metric... metrics) {
        this.interval = interval;
        this.dimensions = dimensions;
        this.metrics = List.of(metrics);
    }

    /** Every metric that is public. */
    public static Set<Metric> allMetrics() {
        return Arrays.stream(values())
                .flatMap(table -> table.metrics.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table that has the metric's total. */
    static PublicTable totalOf(Metric metric) {
        return Arrays.stream(values())
                .filter(table -> table.levels() == 0 && table.metrics.contains(metric))
                .findFirst()
                .orElseThrow();
    }

    Interval interval() {
        return interval;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Metric> metrics() {
        return metrics;
    }

    MetricGroup group() {
        return metrics.getFirst().group();
    }

    int levels() {
        return dimensions.size();
    }

    /** How many of the metrics are given for single places of a level, and not only for what they lie in. */
    int metricsAt(int level) {
        return level <= levels() ? metrics.size() : 0;
    }

    /** What can be asked for of a metric: the whole, or by one dimension. */
    public static List<Offer> offers(Metric metric) {
        return Arrays.stream(values()).flatMap(table -> table.offersOf(metric)).toList();
    }

    private Stream<Offer> offersOf(Metric metric) {
        var at = metrics.indexOf(metric);
        return Stream.iterate(levels() == 0 ? 0 : 1, level -> level <= levels(), level -> level + 1)
                .filter(level -> at >= 0 && at < metricsAt(level))
                .map(level -> new Offer(this, level, metric));
    }

    /** One way to split one metric. */
    public record Offer(PublicTable table, int level, Metric metric) {

        /** The word to ask for it by; empty for the whole. */
        public Optional<Dimension> by() {
            return level == 0 ? Optional.empty() : Optional.of(table.dimensions.get(level - 1));
        }

        /** The years of a table of quarters are what its quarters add up to. */
        public List<Interval> intervals() {
            return table.interval == QUARTER ? List.of(QUARTER, YEAR) : List.of(YEAR);
        }

        int index() {
            return table.metrics.indexOf(metric);
        }

        /** The dimensions that a row names. */
        public List<Dimension> named() {
            return table.dimensions.subList(0, level);
        }
    }
}
