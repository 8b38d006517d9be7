package org.parley.starter.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes that nobody without the key can test a guess against (HMAC-SHA-256). */
public final class HashKey {

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public HashKey(byte[] key) {
        if (key.length < BYTES) {
            throw new IllegalArgumentException("A hash key needs at least " + BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The bytes of a new one. */
    public static byte[] fresh() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Base64url text, 43 characters. */
    public String hash(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
