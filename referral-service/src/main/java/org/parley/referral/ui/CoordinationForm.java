package org.parley.referral.ui;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator entered, as it was entered.
 *
 * @param version of the referral as the form's reader saw it
 * @param center that is to be asked
 * @param person which one, counted from 1 in the order in which they were posted
 * @param sure whether what can't be taken back was confirmed
 */
record CoordinationForm(
        @Nullable Long version,
        @Nullable String reason,
        @Nullable String center,
        @Nullable String person,
        @Nullable Boolean sure)
        implements PageForm {

    static final CoordinationForm EMPTY = new CoordinationForm(null, null, null, null, null);

    /** As many as a submission may have. */
    private static final int MOST_PEOPLE = 20;

    /** What is wrong with it, in words, by field; empty when nothing is. The center is looked for elsewhere. */
    Map<String, String> mistakes(CoordinationAction action) {
        var wrong = new TreeMap<String, String>();
        if (action == CoordinationAction.ENTER_IN_ERROR
                && (reason == null || !Words.knows(CoordinationAction.ERRORS, reason))) {
            wrong.put("reason", "Choose a reason.");
        }
        if (action == CoordinationAction.REVOKE_CONSENT && party().isEmpty()) {
            wrong.put("person", "Enter a number from 1 to " + MOST_PEOPLE + ".");
        }
        if (action != CoordinationAction.PLACE && !Boolean.TRUE.equals(sure)) {
            wrong.put("sure", "Nothing was done. Tick the box if you are sure.");
        }
        return wrong;
    }

    /** The party's number in the referral, which begins with 0. */
    Optional<Integer> party() {
        try {
            return Optional.ofNullable(person)
                    .map(text -> Integer.parseInt(text.strip()) - 1)
                    .filter(party -> party >= 0 && party < MOST_PEOPLE);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
