package org.parley.reporting.releases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that everybody may see, or that there is one that they may not.
 *
 * @param period its first day
 * @param values of the dimensions that are named; empty text where there is none
 * @param value null when it is suppressed
 */
public record PublicRow(
        String period, List<String> values, @Nullable Long value) {

    public PublicRow {
        values = List.copyOf(values);
    }
}
