package org.parley.referral.contacts;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Something encrypted under a key of its own. The key is not in it: who has this, and even the service's own keys, has
 * nothing once the key has been destroyed.
 *
 * @param what its place in the referral: {@code incident}, {@code party-0}, …
 * @param ring where its key is; null in referrals from before keys had a place of their own
 * @param key of such a referral, wrapped by the service's
 */
public record Sealed(
        String what, @Nullable String ring, @Nullable Binary key, Binary content) {

    static final String INCIDENT = "incident";
    private static final String PARTY = "party-";

    static String party(int number) {
        return PARTY + number;
    }

    public boolean isIncident() {
        return what.equals(INCIDENT);
    }

    public boolean isParty() {
        return what.startsWith(PARTY);
    }

    public boolean isOf(int party) {
        return what.equals(party(party));
    }

    int number() {
        return Integer.parseInt(what.substring(PARTY.length()));
    }

    @Override
    public String toString() {
        return "Sealed[" + what + "]";
    }
}
