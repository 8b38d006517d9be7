package org.parley.enrollment.evaluations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.parley.enrollment.keys.Keys;
import org.parley.starter.keys.HashKey;
import org.springframework.stereotype.Component;

/**
 * Makes and knows links. A link names its evaluation and is random beyond that, and is signed, so none of them has to be
 * kept: neither before it is used nor after, when only its keyed hash is.
 */
@Component
final class LinkKey {

    private static final int RANDOM_BYTES = 16;
    private static final int ID_BYTES = 16;

    /** 128 bits and a little: so many characters of the hash sign. */
    private static final int SIGNATURE = 22;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{" + SIGNATURE + "}");

    private final SecureRandom random = new SecureRandom();
    private final HashKey key;

    LinkKey(Keys keys) {
        this.key = keys.links();
    }

    String newLink(UUID evaluation, int generation) {
        var nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        var content = ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES)
                .putLong(evaluation.getMostSignificantBits())
                .putLong(evaluation.getLeastSignificantBits())
                .put(nonce)
                .array();
        var head = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return head + "." + signature(head, generation);
    }

    /** Whose it says it is, if it has the form of a link. */
    Optional<UUID> evaluation(String link) {
        if (!FORM.matcher(link).matches()) {
            return Optional.empty();
        }
        var content = ByteBuffer.wrap(Base64.getUrlDecoder().decode(head(link)));
        return Optional.of(new UUID(content.getLong(), content.getLong()));
    }

    /** @param link one that has the form */
    boolean isGenuine(String link, int generation) {
        var signed = link.substring(link.indexOf('.') + 1);
        return MessageDigest.isEqual(bytes(signed), bytes(signature(head(link), generation)));
    }

    /** What is kept of it when it has been used. */
    String hash(String link) {
        return key.hash(bytes("used|" + link));
    }

    private String signature(String head, int generation) {
        return key.hash(bytes("link|" + generation + "|" + head)).substring(0, SIGNATURE);
    }

    private static String head(String link) {
        return link.substring(0, link.indexOf('.'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
