package org.parley.enrollment.http;

import jakarta.validation.constraints.NotNull;
import org.parley.enrollment.CancelReason;
import org.parley.enrollment.DeclineReason;
import org.parley.enrollment.WithdrawReason;

/** Bodies that say why. */
final class Reasons {

    private Reasons() {}

    record Cancelled(@NotNull CancelReason reason) {}

    record Declined(@NotNull DeclineReason reason) {}

    record Withdrawn(@NotNull WithdrawReason reason) {}
}
