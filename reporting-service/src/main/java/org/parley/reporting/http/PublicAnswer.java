package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Interval;
import org.parley.reporting.releases.PublicRow;
import org.parley.reporting.releases.PublicTable;
import org.parley.reporting.releases.Release;

/** A metric's figures in a release. */
record PublicAnswer(
        String release,
        String metric,

        @Schema(description = "Version of the definition", example = "v1")
        String definition,

        String interval,

        @Schema(
                description =
                        "One object per place and period: the dimensions by name (null: has none), `period` (its first "
                                + "day), and `value`, or `\"suppressed\": true` where there is one that is not shown",
                example =
                        "[{\"borough\": \"BROOKLYN\", \"command\": \"PCT-075\", \"period\": \"2026-07-01\", \"value\": 12}]")
        List<Map<String, @Nullable Object>> rows) {

    PublicAnswer {
        rows = List.copyOf(rows);
    }

    static PublicAnswer of(Release release, PublicTable.Offer offer, Interval interval, List<PublicRow> rows) {
        return new PublicAnswer(
                release.name(),
                offer.metric().word(),
                release.definitions().getOrDefault(offer.metric().word(), ""),
                interval.word(),
                rows.stream().map(row -> row(offer, row)).toList());
    }

    private static Map<String, @Nullable Object> row(PublicTable.Offer offer, PublicRow row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < offer.named().size(); i++) {
            var value = row.values().get(i);
            fields.put(offer.named().get(i).word(), value.isEmpty() ? null : value);
        }
        fields.put("period", row.period());
        if (row.value() == null) {
            fields.put("suppressed", true);
        } else {
            fields.put("value", row.value());
        }
        return fields;
    }
}
