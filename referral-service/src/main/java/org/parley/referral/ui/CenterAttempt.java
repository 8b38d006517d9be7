package org.parley.referral.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wanted to do and couldn't: the page says why and keeps what they entered.
 *
 * @param action null where nothing was attempted
 * @param mistakes in words, by field
 * @param refused why the referral did not move; null where it is the form that is wrong
 */
record CenterAttempt(
        @Nullable CenterAction action,
        CenterForm form,
        Map<String, String> mistakes,
        @Nullable String refused) {

    static final CenterAttempt NONE =
            new CenterAttempt(null, new CenterForm(null, null, null, null, null, null), Map.of(), null);

    CenterAttempt {
        mistakes = Map.copyOf(mistakes);
    }

    public boolean isOf(String name) {
        return action != null && action.name().equals(name);
    }

    /** What is wrong with a field of an action's form; null where nothing is. */
    public @Nullable String wrong(String name, String field) {
        return isOf(name) ? mistakes.get(field) : null;
    }

    public boolean chose(String name, String reason) {
        return isOf(name) && reason.equals(form.reason());
    }
}
