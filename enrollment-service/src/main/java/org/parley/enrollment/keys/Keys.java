package org.parley.enrollment.keys;

import com.google.crypto.tink.Aead;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.starter.keys.HashKey;

/** The keys this service works with. */
public record Keys(HashKey links, HashKey officers, Aead names) {

    /** Keeps the keys that the settings don't give. */
    @FunctionalInterface
    interface Keeper {
        byte[] get(String name, Supplier<byte[]> make);
    }

    static Keys from(KeySettings settings, Keeper keeper) {
        return new Keys(
                new HashKey(key(settings.links(), "links", HashKey::fresh, keeper)),
                new HashKey(key(settings.officers(), "officers", HashKey::fresh, keeper)),
                NameKey.aead(key(settings.names(), "names", NameKey::fresh, keeper)));
    }

    private static byte[] key(@Nullable String given, String name, Supplier<byte[]> make, Keeper keeper) {
        if (given == null || given.isBlank()) {
            return keeper.get(name, make);
        }
        try {
            return Base64.getDecoder().decode(given.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("parley.enrollment.keys." + name + ": not Base64", e);
        }
    }
}
