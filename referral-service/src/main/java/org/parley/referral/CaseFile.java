package org.parley.referral;

import java.util.List;
import java.util.Optional;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Party;

/** A referral as a center may read it: with the incident and the parties only while it is working on it. */
public record CaseFile(Current current, Optional<Incident> incident, List<Party> parties) {

    public CaseFile {
        parties = List.copyOf(parties);
    }
}
