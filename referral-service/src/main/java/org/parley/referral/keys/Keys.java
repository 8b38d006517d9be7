package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.starter.keys.HashKey;

/**
 * The keys this service works with, and the algorithms that Tink knows for them.
 *
 * @param contacts throws {@link KeysAway} when it lies in a key store that doesn't answer
 */
public record Keys(HashKey fingerprints, HashKey places, Aead contacts, Configuration tink) {

    /** Keeps the keys that the settings don't give. */
    @FunctionalInterface
    interface Keeper {
        byte[] get(String name, Supplier<byte[]> make);
    }

    static Keys from(KeySettings settings, Keeper keeper) throws GeneralSecurityException {
        AeadConfig.register();
        var tink = RegistryConfiguration.get();
        return new Keys(
                new HashKey(key(settings.fingerprints(), "fingerprints", HashKey::fresh, keeper)),
                new HashKey(key(settings.places(), "places", HashKey::fresh, keeper)),
                new MasterKey(tink).find(settings, keeper),
                tink);
    }

    private static byte[] key(@Nullable String given, String name, Supplier<byte[]> make, Keeper keeper) {
        return given == null || given.isBlank()
                ? keeper.get(name, make)
                : Base64.getDecoder().decode(given);
    }
}
