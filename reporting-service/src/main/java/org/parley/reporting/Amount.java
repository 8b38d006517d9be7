package org.parley.reporting;

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
