package org.parley.referral.contacts;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the incident and the people of a referral: of a person whose key is gone, nothing.
 *
 * @param parties by their number in the referral, from 0
 */
public record Opened(Optional<Incident> incident, SortedMap<Integer, Party> parties) {

    public static final Opened NOTHING = new Opened(Optional.empty(), new TreeMap<>());

    @Override
    public String toString() {
        return "Opened";
    }
}
