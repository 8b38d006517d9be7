package org.parley.referral;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Party;

/**
 * A referral as a center may read it: with the incident and the parties only while it is working on it.
 *
 * @param parties by their number in the referral: those that agree
 * @param lookalikes other referrals that were offered to this center and are likely the same matter
 */
public record CaseFile(
        Current current, Optional<Incident> incident, SortedMap<Integer, Party> parties, List<UUID> lookalikes) {

    public CaseFile {
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
        lookalikes = List.copyOf(lookalikes);
    }
}
