package org.parley.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a figure comes to. */
public sealed interface Amount {

    /** Whether there is nothing to be told of it. */
    boolean isNothing();

    record Count(long value) implements Amount {
        @Override
        public boolean isNothing() {
            return value == 0;
        }
    }

    /**
     * A rate.
     *
     * @param responses for what few may have said: how many of those asked did
     */
    record Quotient(
            long numerator, long denominator, @Nullable Quotient responses) implements Amount {

        private static final int DIGITS = 4;

        /** To four digits; null if it would be of nothing. */
        public @Nullable BigDecimal value() {
            return denominator == 0
                    ? null
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
        }

        @Override
        public boolean isNothing() {
            return numerator == 0 && denominator == 0 && (responses == null || responses.isNothing());
        }
    }

    /**
     * A percentile.
     *
     * @param count of how many
     * @param value null if there are none
     */
    record OfMany(long count, @Nullable Long value) implements Amount {
        @Override
        public boolean isNothing() {
            return count == 0;
        }
    }
}
