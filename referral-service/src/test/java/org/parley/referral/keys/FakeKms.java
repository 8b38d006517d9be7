package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A key store elsewhere that can be away, found on the class path as a real one's client is. It complains as those do. */
public final class FakeKms implements KmsClient {

    public static final String URI = "fake-kms://contacts";

    private static final AtomicBoolean AWAY = new AtomicBoolean();
    private static final AtomicInteger MISSED = new AtomicInteger();
    private static final Aead KEY = newKey();

    public static void goesAway() {
        MISSED.set(0);
        AWAY.set(true);
    }

    public static void comesBack() {
        AWAY.set(false);
    }

    /** How often it was asked for something since it went away. */
    public static int missed() {
        return MISSED.get();
    }

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith("fake-kms:");
    }

    @Override
    public KmsClient withCredentials(@Nullable String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String uri) throws GeneralSecurityException {
        if (!uri.equals(URI)) {
            throw new GeneralSecurityException("no such key");
        }
        return aead();
    }

    static Aead aead() {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                answers();
                return KEY.encrypt(plaintext, associatedData);
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                answers();
                return KEY.decrypt(ciphertext, associatedData);
            }
        };
    }

    private static void answers() throws GeneralSecurityException {
        if (AWAY.get()) {
            MISSED.incrementAndGet();
            throw new GeneralSecurityException("decryption failed", new IOException("connection refused"));
        }
    }

    private static Aead newKey() {
        try {
            AeadConfig.register();
            var tink = RegistryConfiguration.get();
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink)
                    .getPrimitive(tink, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
