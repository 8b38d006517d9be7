package org.parley.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a referral's history.
 *
 * @param center the one it concerned; none where no center had to do with it
 * @param reason a code of a closed list, where a reason is asked for
 */
public record Step(
        Instant at,
        String what,
        Actor actor,
        @Nullable String center,
        @Nullable String reason) {}
