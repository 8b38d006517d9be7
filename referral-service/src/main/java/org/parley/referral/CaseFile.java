package org.parley.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Party;

/**
 * A referral as a center may read it: with the incident and the parties only while it is working on it.
 *
 * @param lookalikes other referrals that were offered to this center and are likely the same matter
 */
public record CaseFile(Current current, Optional<Incident> incident, List<Party> parties, List<UUID> lookalikes) {

    public CaseFile {
        parties = List.copyOf(parties);
        lookalikes = List.copyOf(lookalikes);
    }
}
