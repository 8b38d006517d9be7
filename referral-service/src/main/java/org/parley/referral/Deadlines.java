package org.parley.referral;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.referral.routing.Center;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each step of a referral may take.
 *
 * @param offer until a center has answered, in its opening hours
 * @param urgentOffer the same of an urgent referral
 * @param placement until a coordinator has found a center, from when none was left
 * @param firstContact from acceptance
 * @param scheduling from first contact, a session that did not settle it, or a hold's end
 * @param outcome after the session's date
 * @param again between two reminders of the same
 * @param contactsKept after the end of a referral, until what is known of its people is destroyed
 */
@ConfigurationProperties("parley.referral.deadlines")
public record Deadlines(
        @DefaultValue("48h") Duration offer,
        @DefaultValue("4h") Duration urgentOffer,
        @DefaultValue("1d") Duration placement,
        @DefaultValue("5d") Duration firstContact,
        @DefaultValue("14d") Duration scheduling,
        @DefaultValue("3d") Duration outcome,
        @DefaultValue("7d") Duration again,
        @DefaultValue("90d") Duration contactsKept) {

    /** Until when this center has to answer an offer made now. */
    public Instant answer(Center center, Urgency urgency, Instant now) {
        return center.deadline(
                now,
                switch (urgency) {
                    case ROUTINE -> offer;
                    case URGENT -> urgentOffer;
                });
    }

    /** What is due next of a referral that has just come into its state; null when nothing is. */
    @Nullable
    Due next(Referral referral, Instant now) {
        return switch (referral.state()) {
            case OFFERED ->
                referral.openOffer()
                        .map(offer -> Due.first(Due.What.OFFER, offer.deadline(), offer.offeredAt()))
                        .orElse(null);
            case UNPLACED -> Due.first(Due.What.PLACEMENT, now.plus(placement), now);
            case ACCEPTED ->
                referral.isContacted()
                        ? scheduling(now)
                        : Due.first(Due.What.FIRST_CONTACT, now.plus(firstContact), now);
            case SCHEDULED -> Due.first(Due.What.OUTCOME, session(referral, now).plus(outcome), now);
            case ON_HOLD -> {
                var hold = referral.hold();
                yield hold == null ? null : Due.first(Due.What.HOLD, hold.until(), now);
            }
            case SUBMITTED, SCREENED_OUT, CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> null;
        };
    }

    Due scheduling(Instant now) {
        return Due.first(Due.What.SCHEDULING, now.plus(scheduling), now);
    }

    Due again(Due passed, Instant now) {
        return passed.again(now.plus(again), now);
    }

    /** When the last of what is known of people has to be gone; null while it is open, and when nothing is known. */
    @Nullable
    Instant keptUntil(Referral referral) {
        var end = referral.ending();
        return end == null || referral.origin().sealed().isEmpty()
                ? null
                : end.at().plus(contactsKept);
    }

    /** A session that was planned for a day gone by is due from now on. */
    private static Instant session(Referral referral, Instant now) {
        var placement = referral.placement();
        var planned = placement == null ? null : placement.scheduledFor();
        return planned == null || planned.isBefore(now) ? now : planned;
    }
}
