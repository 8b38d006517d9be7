package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Amount;
import org.parley.reporting.Interval;
import org.parley.reporting.counting.MetricQuery;
import org.parley.reporting.counting.Reading;

/** A metric's figures. */
record MetricAnswer(
        String metric,

        @Schema(description = "Version of the definition, see /v1/definitions", example = "v1")
        String definition,

        @Schema(
                description =
                        "When the newest event in it was recorded, with asOf the end of that day at the latest; null if "
                                + "there is none")
        @Nullable
        Instant asOf,

        @Schema(
                description =
                        "One object per combination: the dimensions asked for by name (null: has none), "
                                + "`period` (its first day) unless the interval is all, and `value`; "
                                + "with a rate `numerator`, `denominator` and, for what officers say of a training, the "
                                + "rate of `responses`; with a percentile `count`, of how many it is. `value` is null if there "
                                + "is nothing it could be of. With compare each row has the same of the other period as `before`",
                example = "[{\"command\": \"PCT-075\", \"type\": \"NOISE\", \"value\": 12}]")
        List<Map<String, @Nullable Object>> rows) {

    MetricAnswer {
        rows = List.copyOf(rows);
    }

    static MetricAnswer of(MetricQuery query, Reading reading) {
        return new MetricAnswer(
                query.measure().word(),
                query.measure().version(),
                reading.asOf(),
                reading.rows().stream().map(row -> row(query, row)).toList());
    }

    private static Map<String, @Nullable Object> row(MetricQuery query, Reading.Row row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < query.by().size(); i++) {
            var value = row.values().get(i);
            fields.put(query.by().get(i).word(), value.isEmpty() ? null : value);
        }
        if (query.interval() != Interval.ALL) {
            fields.put("period", row.period());
        }
        amount(fields, row.amount());
        if (row.before() != null) {
            fields.put("before", before(query, row.before()));
        }
        return fields;
    }

    private static Map<String, @Nullable Object> before(MetricQuery query, Reading.Before before) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (query.interval() != Interval.ALL) {
            fields.put("period", before.period());
        }
        amount(fields, before.amount());
        return fields;
    }

    private static void amount(Map<String, @Nullable Object> fields, Amount amount) {
        switch (amount) {
            case Amount.Count(var value) -> fields.put("value", value);
            case Amount.OfMany(var count, var value) -> {
                fields.put("value", value);
                fields.put("count", count);
            }
            case Amount.Quotient quotient -> {
                fields.put("value", quotient.value());
                fields.put("numerator", quotient.numerator());
                fields.put("denominator", quotient.denominator());
                if (quotient.responses() != null) {
                    var responses = new LinkedHashMap<String, @Nullable Object>();
                    amount(responses, quotient.responses());
                    fields.put("responses", responses);
                }
            }
        }
    }
}
