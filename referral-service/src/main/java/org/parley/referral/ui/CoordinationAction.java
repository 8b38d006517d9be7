package org.parley.referral.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.referral.Referral.State;

/** What a coordinator can do with a referral on its page; each is a form, sent to the action's name. */
enum CoordinationAction {
    PLACE,
    ENTER_IN_ERROR,
    REVOKE_CONSENT,
    SHRED_CONTACTS;

    static final String ERRORS = "error-reasons";

    /** As the API calls it. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<CoordinationAction> of(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path().equals(path))
                .findFirst();
    }

    /** What is of use as it stands now. What else is sent, the domain refuses. */
    static Set<CoordinationAction> possible(State state) {
        return switch (state) {
            case UNPLACED -> EnumSet.of(PLACE, ENTER_IN_ERROR, REVOKE_CONSENT);
            case SUBMITTED, OFFERED, ACCEPTED, SCHEDULED, ON_HOLD -> EnumSet.of(ENTER_IN_ERROR, REVOKE_CONSENT);
            case CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> EnumSet.of(REVOKE_CONSENT, SHRED_CONTACTS);
            case SCREENED_OUT -> EnumSet.noneOf(CoordinationAction.class);
        };
    }
}
