package org.parley.referral.contacts;

import java.time.Instant;
import java.util.List;

/**
 * Somebody was shown who is concerned.
 *
 * @param role of who looked
 * @param actor the client's or the user's opaque id
 * @param what was shown: {@code incident}, {@code party-0}, …; never what stands in it
 */
public record Look(Instant at, String role, String actor, Purpose purpose, List<String> what) {

    public enum Purpose {
        /** A center works on the referral. */
        CASE,
        /** A person asked what is held about them. */
        EXPORT
    }

    public Look {
        what = List.copyOf(what);
    }
}
