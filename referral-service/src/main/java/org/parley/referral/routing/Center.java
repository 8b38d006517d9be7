package org.parley.referral.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A mediation center as far as routing has to know it. */
public record Center(String id, String name, Set<String> boroughs, OpeningHours hours) {

    private static final int ROUTINE_HOURS = 48;
    private static final int URGENT_HOURS = 4;

    public Center {
        boroughs = Set.copyOf(boroughs);
    }

    boolean serves(String borough) {
        return boroughs.contains(borough);
    }

    /** Until when an offer made now may be answered, counted in this center's opening hours. */
    public Instant deadline(Instant offeredAt, boolean urgent) {
        return hours.after(offeredAt, Duration.ofHours(urgent ? URGENT_HOURS : ROUTINE_HOURS));
    }
}
