package org.parley.session;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What made a log as it is: who did what, and when.
 *
 * @param reason why it was voided, or what the platform found out
 */
public record Change(What what, Actor actor, @Nullable String reason, Instant at) {

    /** All that can happen to a log. */
    public enum What {
        LOGGED,
        AMENDED,
        VOIDED;

        String type(String aggregate) {
            return "org.parley." + aggregate + "." + name().toLowerCase(Locale.ROOT) + ".v1";
        }
    }

    /** What the platform found out by itself. */
    enum Found {
        CERTIFICATE_FOUND,
        REFERRAL_COMPARED
    }

    static Change logged(Actor actor, Instant at) {
        return new Change(What.LOGGED, actor, null, at);
    }

    static Change amended(Actor actor, Instant at) {
        return new Change(What.AMENDED, actor, null, at);
    }

    static Change found(Found found, Instant at) {
        return new Change(What.AMENDED, Actor.SYSTEM, found.name(), at);
    }

    static Change voided(Actor actor, VoidReason reason, Instant at) {
        return new Change(What.VOIDED, actor, reason.name(), at);
    }
}
