package org.parley.referral.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Hold;

/**
 * What was entered, as it was entered.
 *
 * @param version of the referral as the form's reader saw it
 * @param at a day and a time in New York
 * @param until a day in New York
 * @param sure whether what can't be taken back was confirmed
 */
record CenterForm(
        @Nullable Long version,
        @Nullable String reason,
        @Nullable String at,
        @Nullable String until,
        @Nullable Integer party,
        @Nullable Boolean sure)
        implements PageForm {

    static final CenterForm EMPTY = new CenterForm(null, null, null, null, null, null);

    /** A slip in the year would be noticed by nobody until then. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** What is wrong with it, in words, by field; empty when nothing is. */
    Map<String, String> mistakes(CenterAction action, Instant now) {
        var wrong = new TreeMap<String, String>();
        var list = action.reasons();
        if (list != null && (reason == null || !Words.knows(list, reason))) {
            wrong.put("reason", "Choose a reason.");
        }
        if (action == CenterAction.SCHEDULE) {
            mistakeIn(moment(), now).ifPresent(text -> wrong.put("at", text));
        }
        if (action == CenterAction.HOLD
                && day().filter(end -> Hold.mayLast(now, end)).isEmpty()) {
            wrong.put("until", "Choose a day in the next " + Hold.LONGEST.toDays() + " days.");
        }
        if (action == CenterAction.REVOKE && (party == null || !Boolean.TRUE.equals(sure))) {
            wrong.put("sure", "Nothing was done. Tick the box if you are sure.");
        }
        return wrong;
    }

    private static Optional<String> mistakeIn(Optional<Instant> at, Instant now) {
        if (at.isEmpty()) {
            return Optional.of("Enter the day and the time of the session.");
        }
        if (!at.get().isAfter(now)) {
            return Optional.of("This time is over. Enter one that is still to come.");
        }
        return at.get().isAfter(now.plus(FARTHEST))
                ? Optional.of("This is more than a year away. Check the year.")
                : Optional.empty();
    }

    Optional<Instant> moment() {
        return PageTimes.moment(at);
    }

    Optional<Instant> day() {
        return PageTimes.day(until);
    }
}
