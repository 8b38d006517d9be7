package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys this service works with, and the algorithms that Tink knows for them. */
public record Keys(HashKey fingerprints, HashKey places, Aead contacts, Configuration tink) {

    /** Keeps the keys that the settings don't give. */
    @FunctionalInterface
    interface Keeper {
        byte[] get(String name, Supplier<byte[]> make);
    }

    static Keys from(KeySettings settings, Keeper keeper) throws GeneralSecurityException {
        AeadConfig.register();
        var tink = RegistryConfiguration.get();
        var keyset = key(settings.contacts(), "contacts", () -> newKeyset(tink), keeper);
        return new Keys(
                new HashKey(key(settings.fingerprints(), "fingerprints", Keys::newHashKey, keeper)),
                new HashKey(key(settings.places(), "places", Keys::newHashKey, keeper)),
                TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), tink)
                        .getPrimitive(tink, Aead.class),
                tink);
    }

    private static byte[] key(@Nullable String given, String name, Supplier<byte[]> make, Keeper keeper) {
        return given == null || given.isBlank()
                ? keeper.get(name, make)
                : Base64.getDecoder().decode(given);
    }

    private static byte[] newHashKey() {
        var key = new byte[HashKey.BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] newKeyset(Configuration tink) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), tink);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
