package org.parley.referral.contacts;

import java.util.Map;
import org.bson.types.Binary;

/**
 * The keys to what was sealed of one referral in one go, each wrapped by the service's. Never changed but by taking keys
 * away: what is sealed again gets another ring.
 *
 * @param id random, so that two who seal the same at once don't lock each other out
 * @param keys by the place of what they open
 */
public record Keyring(String id, Map<String, Binary> keys) {

    public Keyring {
        keys = Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "Keyring[" + id + "]";
    }
}
