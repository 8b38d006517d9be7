package org.parley.referral.ui;

import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer.Expected;

/** What was entered in a form of a referral's page, as it was entered. */
interface PageForm {

    /** Of the referral as the form's reader saw it. */
    @Nullable
    Long version();

    /** A code of the action's list. */
    @Nullable
    String reason();

    /** Nobody decides on what they haven't seen: without a version it is none. */
    default Expected expected() {
        var seen = version();
        return current -> seen != null && seen == current;
    }
}
