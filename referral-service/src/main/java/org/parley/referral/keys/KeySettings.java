package org.parley.referral.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys given by the operator, each in Base64; one that is missing is made by the service.
 *
 * @param fingerprints at least 32 bytes: tells a repeated submission from a changed one
 * @param places at least 32 bytes: hashes addresses; another key makes every place a new one
 * @param contacts a Tink keyset (binary) with an AEAD key: wraps the key of each party
 * @param contactsUri instead of it, where that key is: {@code file:} or a key store's
 */
@ConfigurationProperties("parley.referral.keys")
record KeySettings(
        @Nullable String fingerprints,
        @Nullable String places,
        @Nullable String contacts,
        @Nullable String contactsUri) {

    /** Never the values. */
    @Override
    public String toString() {
        return "KeySettings";
    }
}
