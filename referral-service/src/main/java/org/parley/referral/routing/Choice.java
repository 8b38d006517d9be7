package org.parley.referral.routing;

import java.util.List;

/** The center to ask next, and the reasons for it: they are stored with the offer, so that anyone can see why. */
public record Choice(Center center, List<String> why) {

    public Choice {
        why = List.copyOf(why);
    }
}
