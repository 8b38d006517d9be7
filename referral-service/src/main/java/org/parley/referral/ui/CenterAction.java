package org.parley.referral.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Offer;
import org.parley.referral.audience.CenterView;

/** What a center can do with a referral on its page; each is a form, sent to the action's name. */
enum CenterAction {
    ACCEPT(null),
    DECLINE("decline-reasons"),
    CONTACT(null),
    SCHEDULE(null),
    HOLD("hold-reasons"),
    RELEASE(null),
    TRANSFER("transfer-reasons"),
    CLOSE("close-reasons"),
    REVOKE(null);

    private final @Nullable String reasons;

    CenterAction(@Nullable String reasons) {
        this.reasons = reasons;
    }

    /** The list its reason is of; null where none is asked for. */
    @Nullable
    String reasons() {
        return reasons;
    }

    static Optional<CenterAction> of(String path) {
        return Arrays.stream(values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
    }

    /** What is of use as it stands now. What else is sent, the domain refuses. */
    static Set<CenterAction> possible(CenterView view) {
        if (view.offer().state() == Offer.State.PENDING) {
            return EnumSet.of(ACCEPT, DECLINE);
        }
        var state = view.state();
        if (state == null) {
            return Set.of();
        }
        var possible = switch (state) {
            case ACCEPTED -> EnumSet.of(CONTACT, SCHEDULE, HOLD, TRANSFER, CLOSE, REVOKE);
            case SCHEDULED -> EnumSet.of(CONTACT, SCHEDULE, HOLD, CLOSE, REVOKE);
            case ON_HOLD -> EnumSet.of(RELEASE, CONTACT, HOLD, CLOSE, REVOKE);
            case SUBMITTED, SCREENED_OUT, OFFERED, UNPLACED, CLOSED, WITHDRAWN, ENTERED_IN_ERROR ->
                EnumSet.noneOf(CenterAction.class);
        };
        if (view.contactedAt() != null) {
            possible.remove(CONTACT);
        }
        return possible;
    }
}
