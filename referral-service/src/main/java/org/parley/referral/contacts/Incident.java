package org.parley.referral.contacts;

import org.jspecify.annotations.Nullable;
import org.parley.referral.places.Address;

/** What a center needs to ask the precinct about the matter. */
public record Incident(@Nullable Address address, @Nullable String incidentNumber) {

    @Override
    public String toString() {
        return "Incident";
    }
}
