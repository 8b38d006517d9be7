package org.parley.reporting.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.reporting.MetricGroup;

/**
 * A rollup's computed id.
 *
 * @param span a month (`2026-11`), or {@code all} for the one that holds the figures over all time
 */
public record RollupId(MetricGroup group, int partition, String span) {

    static final String ALL = "all";

    static RollupId month(MetricGroup group, int partition, LocalDate day) {
        return new RollupId(group, partition, YearMonth.from(day).toString());
    }

    static RollupId all(MetricGroup group, int partition) {
        return new RollupId(group, partition, ALL);
    }

    /** The same span in every partition. */
    static List<RollupId> everywhere(MetricGroup group, String span) {
        return IntStream.range(0, Source.PARTITIONS)
                .mapToObj(partition -> new RollupId(group, partition, span))
                .toList();
    }

    String text() {
        return group.word() + "/" + partition + "/" + span;
    }
}
