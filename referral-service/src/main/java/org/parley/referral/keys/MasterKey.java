package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The key that wraps all others: given as text, in a file, in a key store elsewhere, or made and kept for local use. */
final class MasterKey {

    private static final String GIVEN = "parley.referral.keys.contacts";
    private static final String URI = GIVEN + "-uri";
    private static final String FILE = "file:";

    private final Configuration tink;

    MasterKey(Configuration tink) {
        this.tink = tink;
    }

    /** @throws IllegalStateException with a sentence for the operator, which holds nothing of a key */
    Aead find(KeySettings settings, Keys.Keeper keeper) {
        var given = given(settings.contacts());
        var uri = given(settings.contactsUri());
        if (given != null && uri != null) {
            throw new IllegalStateException("Only one of " + GIVEN + " and " + URI + " may be given");
        }
        if (uri != null) {
            return uri.startsWith(FILE) ? inFile(uri) : elsewhere(uri);
        }
        return given == null ? aead(keeper.get("contacts", this::fresh), GIVEN) : aead(decoded(given), GIVEN);
    }

    private Aead inFile(String uri) {
        try {
            return aead(Files.readAllBytes(Path.of(java.net.URI.create(uri))), URI);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(URI + ": the file can't be read", e);
        }
    }

    /** Whoever is on the class path for it. Whether the store answers is not asked: it may be away when this starts. */
    private static Aead elsewhere(String uri) {
        var client = ServiceLoader.load(KmsClient.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.doesSupport(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        URI + ": neither a file nor of a key store that a Tink KmsClient on the class path knows"));
        try {
            return new RemoteAead(client.withDefaultCredentials().getAead(uri));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(URI + ": its key store refuses it or this service's credentials", e);
        }
    }

    private Aead aead(byte[] keyset, String setting) {
        try {
            return parsed(keyset).getPrimitive(tink, Aead.class);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(setting + ": not a Tink keyset with an AEAD key", e);
        }
    }

    private KeysetHandle parsed(byte[] keyset) throws GeneralSecurityException {
        var text = new String(keyset, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{")
                ? TinkJsonProtoKeysetFormat.parseKeyset(text, tink, InsecureSecretKeyAccess.get())
                : TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), tink);
    }

    private byte[] fresh() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), tink);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String given) {
        try {
            return Base64.getDecoder().decode(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(GIVEN + ": not Base64", e);
        }
    }

    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting.strip();
    }
}
