package org.parley.referral.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wanted to do on a referral's page and couldn't: the page says why and keeps what they entered.
 *
 * @param action null where nothing was attempted
 * @param mistakes in words, by field
 * @param refused why the referral did not move; null where it is the form that is wrong
 */
record PageAttempt<F extends PageForm>(
        @Nullable Enum<?> action,
        F form,
        Map<String, String> mistakes,
        @Nullable String refused) {

    PageAttempt {
        mistakes = Map.copyOf(mistakes);
    }

    static <F extends PageForm> PageAttempt<F> none(F empty) {
        return new PageAttempt<>(null, empty, Map.of(), null);
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
