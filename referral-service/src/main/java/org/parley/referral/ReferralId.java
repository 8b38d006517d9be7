package org.parley.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a referral is computed from who sends it and what they call it: sent twice, it is the same one, and no
 * second index has to watch over that.
 */
final class ReferralId {

    private static final UUID NAMESPACE = UUID.fromString("6d0b7f3c-0c53-4c0e-9a51-7f3d4f3a2b10");

    private ReferralId() {}

    static UUID ofReference(String client, String reference) {
        return id(client, "reference", reference);
    }

    private static UUID ofKey(String client, String key, int turn) {
        return id(client, "key", turn == 0 ? key : key + "\n" + turn);
    }

    /**
     * The reference wins: a client that makes up a new key for each try must not refer the same matter twice.
     *
     * @param turn how often its key was over before, as {@link Posted#isKeyOver} says
     */
    static UUID of(Posted posted, int turn) {
        var reference = posted.submission().reference();
        return reference != null
                ? ofReference(posted.client(), reference)
                : ofKey(posted.client(), Objects.requireNonNull(posted.key()), turn);
    }

    private static UUID id(String client, String kind, String name) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, client + "\n" + kind + "\n" + name);
    }
}
