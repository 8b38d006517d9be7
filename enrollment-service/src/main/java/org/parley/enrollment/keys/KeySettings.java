package org.parley.enrollment.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys given by the operator, each in Base64; one that is missing is made by the service.
 *
 * @param links at least 32 bytes: signs links to evaluations, and hides which link an answer came by
 * @param officers at least 32 bytes: hashes tax numbers; another key makes every officer a new one
 * @param names a Tink keyset (binary) with an AEAD key: encrypts officers' names
 */
@ConfigurationProperties("parley.enrollment.keys")
record KeySettings(
        @Nullable String links,
        @Nullable String officers,
        @Nullable String names) {

    /** Never the values. */
    @Override
    public String toString() {
        return "KeySettings";
    }
}
