package org.parley.referral.contacts;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Something encrypted under a key of its own.
 *
 * @param what its place in the referral: {@code incident}, {@code party-0}, …
 * @param key the key, wrapped by the service's; without it nobody ever reads the content again
 */
public record Sealed(String what, @Nullable Binary key, Binary content) {

    @Override
    public String toString() {
        return "Sealed[" + what + "]";
    }
}
