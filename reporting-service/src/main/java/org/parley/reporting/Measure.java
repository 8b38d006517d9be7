package org.parley.reporting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be asked for: what is counted, and what is made of counts when it is read. Each has a definition. */
public sealed interface Measure permits Metric, Percentile, Rate {

    enum Kind {
        COUNT,
        RATE,
        PERCENTILE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name in addresses. */
    String word();

    /** What a page calls it. */
    String title();

    String words();

    String formula();

    String unit();

    Kind kind();

    /** What it can be split by. */
    List<Dimension> dimensions();

    /** What it is made of. */
    List<Metric> counted();

    Amount amount(Tally tally);

    /** Version of the definition. */
    default String version() {
        return "v1";
    }

    /** Of what it is made of. */
    default List<MetricGroup> groups() {
        return counted().stream().map(Metric::group).distinct().toList();
    }

    /** The day a contribution counts on. */
    default String axis() {
        var groups = groups();
        return groups.size() == 1
                ? groups.getFirst().axis()
                : groups.stream()
                        .map(group -> group.word() + ": " + group.axis())
                        .collect(Collectors.joining("; "));
    }
}
