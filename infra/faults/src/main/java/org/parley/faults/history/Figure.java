package org.parley.faults.history;

import java.util.Map;

/**
 * One figure of one day.
 *
 * @param metric as {@code referrals-submitted}
 * @param day ISO date in New York; empty for all time
 * @param dimensions by name; a referral that no center has is without one: {@code center} is absent
 */
public record Figure(String metric, String day, Map<String, String> dimensions) {

    public Figure {
        dimensions = Map.copyOf(dimensions);
    }
}
