package org.parley.e2e;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.processes.Service;

/**
 * Everything that the analyst can read, of all time: {@code referrals-submitted by command=PCT-075} → 12. Without zeros.
 */
record Figures(SortedMap<String, Long> values) {

    private static final List<String> OF_DISPUTES = List.of("borough", "command", "center", "type");

    /** Metric → what it splits by. */
    private static final Map<String, List<String>> METRICS = Map.of(
            "referrals-submitted", OF_DISPUTES,
            "referrals-screened-out", OF_DISPUTES,
            "referrals-accepted", OF_DISPUTES,
            "referrals-closed", OF_DISPUTES,
            "sessions-held", OF_DISPUTES,
            "agreements", OF_DISPUTES,
            "micro-interventions", List.of("borough", "command", "type"),
            "arrests-avoided", List.of("borough", "command", "type"),
            "officers-certified", List.of("borough", "command", "cohort"),
            "trainings-completed", List.of("cohort"));

    static Figures now(Platform platform) {
        var analyst = platform.as("analyst");
        var values = new TreeMap<String, Long>();
        METRICS.forEach((metric, dimensions) -> dimensions.forEach(dimension -> {
            var path = "/v1/metrics/%s?by=%s&interval=all".formatted(metric, dimension);
            for (var row : analyst.get(Service.REPORTING, path).is(200).body().path("rows")) {
                var name = "%s by %s=%s"
                        .formatted(metric, dimension, row.path(dimension).asString("-"));
                values.merge(name, row.path("value").asLong(), Long::sum);
            }
        }));
        values.values().removeIf(value -> value == 0);
        return new Figures(values);
    }

    /** What has been added since, without what stayed the same. */
    Figures since(Figures before) {
        var change = new TreeMap<String, Long>();
        values.forEach((name, value) -> change.merge(name, value, Long::sum));
        before.values.forEach((name, value) -> change.merge(name, -value, Long::sum));
        change.values().removeIf(value -> value == 0);
        return new Figures(change);
    }
}
