package org.parley.referral.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a precinct takes a referral back; each is a form, sent to the action's name. */
enum PrecinctAction {
    WITHDRAW("withdraw-reasons"),
    MISTAKE("error-reasons");

    private final String reasons;

    PrecinctAction(String reasons) {
        this.reasons = reasons;
    }

    /** The list its reason is of. */
    String reasons() {
        return reasons;
    }

    static Optional<PrecinctAction> of(String path) {
        return Arrays.stream(values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
    }
}
