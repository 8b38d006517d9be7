package org.parley.enrollment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training doesn't take place.
 *
 * @param instead the next training that was open at that moment: an offer to those who were on the roster
 */
public record Cancellation(CancelReason reason, @Nullable UUID instead) {}
