package org.parley.session.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was logged in a command, as far as its reader may know of it. */
public sealed interface CommandLogs {

    /** The logs themselves. */
    record Whole(LogPage page) implements CommandLogs {}

    /**
     * For a commander: whole days of months in which enough officers logged that this says nothing of any of them.
     *
     * @param next the cursor with which the list goes on; null at its end
     */
    record Glimpses(List<Glimpse> items, @Nullable String next) implements CommandLogs {

        public Glimpses {
            items = List.copyOf(items);
        }
    }
}
