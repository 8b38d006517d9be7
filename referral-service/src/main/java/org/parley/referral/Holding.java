package org.parley.referral;

import java.util.List;
import java.util.Optional;
import org.parley.referral.contacts.Look;
import org.parley.referral.contacts.Party;

/**
 * Everything that is held about one party of a referral.
 *
 * @param party empty once its key has been destroyed
 * @param looks at anybody's contacts in the referral
 */
public record Holding(Current current, Participant participant, Optional<Party> party, List<Look> looks) {

    public Holding {
        looks = List.copyOf(looks);
    }

    @Override
    public String toString() {
        return "Holding";
    }
}
