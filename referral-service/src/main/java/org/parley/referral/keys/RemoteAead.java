package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * A key that stays in a key store elsewhere. The clients of key stores say in the same way that they can't be reached and
 * that a text is none of theirs; so after a failure the store is asked for what must always work. If that fails it is away.
 */
final class RemoteAead implements Aead {

    private static final byte[] PROBE = "probe".getBytes(UTF_8);

    private final Aead remote;

    RemoteAead(Aead remote) {
        this.remote = remote;
    }

    /** @throws KeysAway for every failure: there is no text that a key can't encrypt */
    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        try {
            return remote.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysAway(e);
        }
    }

    /**
     * @throws KeysAway when the store is away
     * @throws GeneralSecurityException when it is there, and this is nothing that it can decrypt
     */
    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        try {
            return remote.decrypt(ciphertext, associatedData);
        } catch (GeneralSecurityException | RuntimeException e) {
            requireThere();
        }
        try {
            return remote.decrypt(ciphertext, associatedData);
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("Not decrypted", e);
        }
    }

    private void requireThere() {
        try {
            remote.decrypt(remote.encrypt(PROBE, PROBE), PROBE);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysAway(e);
        }
    }
}
