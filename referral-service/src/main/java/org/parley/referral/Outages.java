package org.parley.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The times when the platform was away, earliest first. Nobody could do anything then, so whoever had a deadline has
 * as much time more.
 */
public record Outages(List<Outage> all) {

    public static final Outages NONE = new Outages(List.of());

    public record Outage(Instant from, Instant to) {}

    public Outages {
        all = List.copyOf(all);
    }

    /** When it is really due. */
    public Instant extended(Due due) {
        return extended(due.at(), due.since());
    }

    /** @param since when its time began */
    public Instant extended(Instant planned, Instant since) {
        var at = planned;
        for (var outage : all) {
            var from = outage.from().isAfter(since) ? outage.from() : since;
            if (from.isBefore(at) && from.isBefore(outage.to())) {
                at = at.plus(Duration.between(from, outage.to()));
            }
        }
        return at;
    }
}
