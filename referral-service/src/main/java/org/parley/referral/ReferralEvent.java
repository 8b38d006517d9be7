package org.parley.referral;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.referral.routing.Choice;

/**
 * Something that happened to a referral.
 *
 * @param after the referral as it was right after it
 * @param reason a code of a closed list, where a reason is asked for
 */
record ReferralEvent(
        What what, Referral after, Actor actor, @Nullable String reason) {

    /** All that can happen. Outside each goes by its name in small letters; once used, never changed. */
    enum What {
        SUBMITTED,
        SCREENED_OUT,
        AMENDED,
        OFFERED,
        OFFER_EXPIRED,
        ACCEPTED,
        DECLINED,
        CONTACTED,
        SCHEDULED,
        PUT_ON_HOLD,
        RELEASED,
        TRANSFERRED,
        /** A deadline passed: its holder is reminded, and from the second time on a coordinator learns of it. */
        OVERDUE,
        SESSION_HELD,
        /** One that was told of counts no more: it was voided, or was not held after all. */
        SESSION_VOIDED,
        /** A party agrees no longer, or the time it agreed for is over. */
        CONSENT_REVOKED,
        CONTACTS_SHREDDED,
        CLOSED,
        WITHDRAWN,
        ENTERED_IN_ERROR;

        String type() {
            return "org.parley.referral." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
        }
    }

    String type() {
        return what.type();
    }

    /** The platform asks the next center in the same move, where there is one. */
    Transition.Moved thenAsk(Optional<Choice> next, Occasion by) {
        return next.map(choice -> new Transition.Moved(this, after.ask(choice, null, by.system())))
                .orElseGet(() -> new Transition.Moved(this));
    }
}
