package org.parley.referral.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Attempt;
import org.parley.referral.delivery.Attempt.Outcome;
import org.parley.referral.delivery.DeliveryLog.Retry;
import org.parley.referral.delivery.FeedEntry;

/**
 * An attempt to deliver something, as the log shows it.
 *
 * @param referral null when the entry is not there
 * @param next when it is tried again; only with the newest attempt for an entry
 * @param repeatable whether its entry can be asked for from here
 */
record AttemptLine(
        Attempt attempt,
        String kind,
        @Nullable UUID referral,
        String outcome,
        String answer,
        @Nullable String next,
        boolean repeatable) {

    /** @param entries and retries by the number of the entry */
    static List<AttemptLine> of(
            List<Attempt> attempts, Map<Long, FeedEntry> entries, Map<Long, Retry> retries, Words words) {
        var seen = new HashSet<Long>();
        var lines = new ArrayList<AttemptLine>();
        for (var attempt : attempts) {
            var newest = seen.add(attempt.n());
            lines.add(line(attempt, entries.get(attempt.n()), newest, retries.get(attempt.n()), words));
        }
        return lines;
    }

    private static AttemptLine line(
            Attempt attempt, @Nullable FeedEntry entry, boolean newest, @Nullable Retry retry, Words words) {
        return new AttemptLine(
                attempt,
                DeliveryWords.kind(entry == null ? null : entry.kind()),
                entry == null ? null : entry.referral(),
                DeliveryWords.outcome(attempt.outcome()),
                DeliveryWords.answer(attempt.status(), attempt.error()),
                newest && retry != null ? next(retry, words) : null,
                newest && retry == null);
    }

    private static String next(Retry retry, Words words) {
        var times = retry.attempts() == 1 ? "once" : retry.attempts() + " times";
        var when = words.isPast(retry.next()) ? "now" : words.time(retry.next());
        return "Tried " + times + ". Next try: " + when + ".";
    }

    public boolean taken() {
        return attempt.outcome() == Outcome.TAKEN;
    }

    public boolean givenUp() {
        return attempt.outcome() == Outcome.GIVEN_UP;
    }
}
