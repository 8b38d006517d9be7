package org.parley.bench.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one referral adds to the figures: one to each metric, on one day and for one value of each dimension.
 *
 * @param day in New York, empty when it adds nothing
 * @param values in the order of {@link #DIMENSIONS}; empty text where the referral has none
 */
public record Contribution(List<String> metrics, String day, List<String> values) {

    public static final List<String> METRICS =
            List.of("referrals-submitted", "referrals-screened-out", "referrals-accepted", "referrals-closed");
    public static final List<String> DIMENSIONS = List.of("borough", "command", "center", "type");
    public static final Contribution NONE = new Contribution(List.of(), "", List.of("", "", "", ""));

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    public Contribution {
        metrics = List.copyOf(metrics);
        values = List.copyOf(values);
    }

    static Contribution of(String state, boolean accepted, Instant submittedAt, List<String> values) {
        var metrics = new ArrayList<String>();
        metrics.add("referrals-submitted");
        if (state.equals("SCREENED_OUT")) {
            metrics.add("referrals-screened-out");
        }
        if (accepted) {
            metrics.add("referrals-accepted");
        }
        if (state.equals("CLOSED")) {
            metrics.add("referrals-closed");
        }
        return new Contribution(metrics, LocalDate.ofInstant(submittedAt, CITY).toString(), values);
    }

    /** The names of the figures it counts for: the total of each metric, its day, and one of each dimension. */
    public List<String> figures() {
        var figures = new ArrayList<String>();
        for (var metric : metrics) {
            figures.add(metric);
            figures.add(metric + "|day=" + day);
            for (var i = 0; i < DIMENSIONS.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    figures.add(metric + "|" + DIMENSIONS.get(i) + "=" + values.get(i));
                }
            }
        }
        return figures;
    }

    /** How the figures change when a referral that added {@code before} adds this now. */
    public Map<String, Long> since(Contribution before) {
        if (equals(before)) {
            return Map.of();
        }
        var change = new HashMap<String, Long>();
        figures().forEach(figure -> change.merge(figure, 1L, Long::sum));
        before.figures().forEach(figure -> change.merge(figure, -1L, Long::sum));
        change.values().removeIf(value -> value == 0);
        return change;
    }

    /** As it is kept beside a sequence. */
    public String text() {
        return String.join(",", metrics) + "|" + day + "|" + String.join("|", values);
    }

    public static Contribution parse(String text) {
        var parts = text.split("\\|", -1);
        var metrics = parts[0].isEmpty() ? List.<String>of() : List.of(parts[0].split(",", -1));
        return new Contribution(metrics, parts[1], List.of(parts).subList(2, parts.length));
    }
}
