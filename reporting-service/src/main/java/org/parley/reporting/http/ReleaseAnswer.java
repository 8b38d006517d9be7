package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.releases.PublicTable;
import org.parley.reporting.releases.Quarter;
import org.parley.reporting.releases.Release;

/** What a release is, without its figures. */
record ReleaseAnswer(
        @Schema(description = "Its name: the newest quarter in it", example = "2026-Q3")
        String release,

        List<String> quarters,

        @Schema(description = "Events that were counted by then are in it")
        Instant cutAt,

        @Schema(
                description =
                        "Smallest count shown, beside zero; others are suppressed, and those they could be computed from")
        int fewest,

        List<PublicMetric> metrics) {

    ReleaseAnswer {
        quarters = List.copyOf(quarters);
        metrics = List.copyOf(metrics);
    }

    /** @param definition version of the definition that the release counted by */
    record PublicMetric(String metric, String title, String definition, List<Split> splits) {
        PublicMetric {
            splits = List.copyOf(splits);
        }
    }

    /** @param by null for the whole city */
    record Split(@Nullable String by, List<String> intervals) {
        Split {
            intervals = List.copyOf(intervals);
        }

        static Split of(PublicTable.Offer offer) {
            return new Split(
                    offer.by().map(Dimension::word).orElse(null),
                    offer.intervals().stream().map(Interval::word).toList());
        }
    }

    static ReleaseAnswer of(Release release) {
        return new ReleaseAnswer(
                release.name(),
                release.quarters().stream().map(Quarter::text).toList(),
                release.cutAt(),
                release.fewest(),
                metrics(release.definitions()));
    }

    private static List<PublicMetric> metrics(Map<String, String> definitions) {
        return PublicTable.allMetrics().stream()
                .filter(metric -> definitions.containsKey(metric.word()))
                .map(metric -> of(metric, definitions.getOrDefault(metric.word(), "")))
                .toList();
    }

    private static PublicMetric of(Metric metric, String definition) {
        return new PublicMetric(
                metric.word(),
                metric.title(),
                definition,
                PublicTable.offers(metric).stream().map(Split::of).toList());
    }
}
