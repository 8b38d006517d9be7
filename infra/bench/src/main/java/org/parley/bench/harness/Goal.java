package org.parley.bench.harness;

import java.math.BigDecimal;

/** What a ratio is to be. It is met by the median; the table shows whether the whole interval meets it. */
public sealed interface Goal {

    boolean isMetBy(double ratio);

    static Goal atLeast(double bound) {
        return new AtLeast(bound);
    }

    static Goal atMost(double bound) {
        return new AtMost(bound);
    }

    static Goal none() {
        return new None();
    }

    record AtLeast(double bound) implements Goal {
        @Override
        public boolean isMetBy(double ratio) {
            return ratio >= bound;
        }

        @Override
        public String toString() {
            return "≥ " + number(bound);
        }
    }

    record AtMost(double bound) implements Goal {
        @Override
        public boolean isMetBy(double ratio) {
            return ratio <= bound;
        }

        @Override
        public String toString() {
            return "≤ " + number(bound);
        }
    }

    /** Told without a goal. */
    record None() implements Goal {
        @Override
        public boolean isMetBy(double ratio) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private static String number(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
