package org.parley.referral.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Due;

/**
 * What has to happen next, and by when.
 *
 * @param level how often it has been overdue already
 */
public record DueView(Due.What what, Instant at, int level) {

    public static @Nullable DueView from(@Nullable Due due) {
        return due == null ? null : new DueView(due.what(), due.at(), due.level());
    }
}
