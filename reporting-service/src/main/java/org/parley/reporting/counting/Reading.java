package org.parley.reporting.counting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Amount;

/**
 * The figures that answer a query.
 *
 * @param asOf when the newest event in them was appended; null if there is none
 * @param tag changes whenever an answer may have changed
 */
public record Reading(@Nullable Instant asOf, String tag, List<Row> rows) {

    public Reading {
        rows = List.copyOf(rows);
    }

    /**
     * @param values in the order of the query's dimensions; empty text where there is none
     * @param before what it is compared with; null if nothing is
     */
    public record Row(
            String period,
            List<String> values,
            Amount amount,
            @Nullable Before before) {

        public Row {
            values = List.copyOf(values);
        }

        public Row(String period, List<String> values, Amount amount) {
            this(period, values, amount, null);
        }
    }

    /** The same in an earlier period. */
    public record Before(String period, Amount amount) {}
}
