package org.parley.referral.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Current;

/**
 * A part of a list.
 *
 * @param items as many as were asked for, or fewer, even none, while the list goes on
 * @param next the cursor with which it goes on; null at its end
 */
public record CasePage(List<Current> items, @Nullable String next) {

    public CasePage {
        items = List.copyOf(items);
    }
}
