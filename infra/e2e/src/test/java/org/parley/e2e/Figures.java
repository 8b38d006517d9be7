package org.parley.e2e;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the analyst can read, of all time: {@code referrals-submitted by command=PCT-075} → 12. Without zeros.
 */
record Figures(SortedMap<String, Long> values) {

    static final List<String> METRICS = List.of(
            "referrals-submitted",
            "referrals-screened-out",
            "referrals-accepted",
            "referrals-closed",
            "sessions-held",
            "agreements",
            "micro-interventions",
            "arrests-avoided",
            "officers-certified",
            "trainings-completed");
    private static final List<String> DIMENSIONS = List.of("borough", "command", "center", "type");

    static Figures now(Platform platform) {
        var analyst = platform.as("analyst");
        var values = new TreeMap<String, Long>();
        for (var metric : METRICS) {
            for (var dimension : DIMENSIONS) {
                var answer = analyst.get(
                                Service.REPORTING, "/v1/metrics/%s?by=%s&interval=all".formatted(metric, dimension))
                        .is(200);
                for (var row : answer.body().path("rows")) {
                    var name = "%s by %s=%s"
                            .formatted(metric, dimension, row.path(dimension).asString("-"));
                    values.merge(name, row.path("value").asLong(), Long::sum);
                }
            }
        }
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
