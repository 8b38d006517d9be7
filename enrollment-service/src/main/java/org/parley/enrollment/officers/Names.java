package org.parley.enrollment.officers;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.keys.Keys;
import org.springframework.stereotype.Component;

/** Encrypts names, each bound to its officer: with another one it doesn't open. */
@Component
class Names {

    private final Aead key;

    Names(Keys keys) {
        this.key = keys.names();
    }

    Binary seal(UUID officer, String name) {
        try {
            return new Binary(key.encrypt(name.getBytes(StandardCharsets.UTF_8), bound(officer)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A name can't be encrypted", e);
        }
    }

    @Nullable
    String open(UUID officer, @Nullable Binary name) {
        if (name == null) {
            return null;
        }
        try {
            return new String(key.decrypt(name.getData(), bound(officer)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not encrypted with this service's key, or not for this officer", e);
        }
    }

    private static byte[] bound(UUID officer) {
        return officer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
