package org.parley.enrollment.ui;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.Training;

/** The trainings that pages look at: by the catalogue, somewhat more than a year back and a year ahead. */
record Programme(Catalogue catalogue) {

    private static final int MONTHS_BACK = 13;
    private static final int MONTHS_AHEAD = 12;
    private static final int ALL = 10_000;

    List<Cohort> of(Predicate<Training> visible) {
        var now = catalogue.thisMonth();
        var wanted = new Catalogue.Wanted(now.minusMonths(MONTHS_BACK), now.plusMonths(MONTHS_AHEAD), Set.of());
        return catalogue.page(wanted, visible, ALL, null).items().stream()
                .map(Cohort::of)
                .toList();
    }
}
