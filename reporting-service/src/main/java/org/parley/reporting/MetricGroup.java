package org.parley.reporting;

import static org.parley.reporting.Dimension.BOROUGH;
import static org.parley.reporting.Dimension.CENTER;
import static org.parley.reporting.Dimension.COHORT;
import static org.parley.reporting.Dimension.COMMAND;
import static org.parley.reporting.Dimension.TYPE;

import java.util.List;
import java.util.Locale;

/** Metrics that come from the same aggregates and split the same way; their cells stand together in one rollup. */
public enum MetricGroup {
    REFERRALS(BOROUGH, COMMAND, CENTER, TYPE),
    SESSIONS(BOROUGH, COMMAND, CENTER, TYPE),
    MICRO_INTERVENTIONS(BOROUGH, COMMAND, TYPE),
    CERTIFICATES(BOROUGH, COMMAND, COHORT),
    TRAININGS(COHORT);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> dimensions;

    MetricGroup(Dimension... dimensions) {
        this.dimensions = List.of(dimensions);
    }

    /** In the order of the values in a {@link Cell}. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
