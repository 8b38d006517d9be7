package org.parley.referral.http;

import java.time.Instant;
import java.util.List;
import org.parley.referral.contacts.Look;

/** Who was shown contacts of a referral, earliest first; never what stands in them. */
record LooksView(List<LookView> items) {

    /** @param what was shown: `incident`, `party-0`, … */
    record LookView(Instant at, String role, String actor, Look.Purpose purpose, List<String> what) {

        static LookView from(Look look) {
            return new LookView(look.at(), look.role(), look.actor(), look.purpose(), look.what());
        }
    }

    static LooksView from(List<Look> looks) {
        return new LooksView(looks.stream().map(LookView::from).toList());
    }
}
