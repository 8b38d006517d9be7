package org.parley.enrollment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that are shown in the room on one training day: another one each minute, by RFC 6238's truncation of an HMAC
 * over day and minute.
 *
 * @param day from 1
 */
record SignInCodes(String secret, int day) {

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int SIX_DIGITS = 1_000_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** For whoever typed while the code changed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    String at(Instant now) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC));
            var hash = mac.doFinal(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(day)
                    .putLong(now.getEpochSecond() / MINUTE.toSeconds())
                    .array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the code of now is another one. */
    static Instant validUntil(Instant now) {
        return Instant.ofEpochSecond((now.getEpochSecond() / MINUTE.toSeconds() + 1) * MINUTE.toSeconds());
    }

    boolean accepts(String code, Instant now) {
        return same(code, at(now)) || same(code, at(now.minus(GRACE)));
    }

    private static boolean same(String code, String right) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
