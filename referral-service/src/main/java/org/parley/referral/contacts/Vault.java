package org.parley.referral.contacts;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.referral.keys.Keys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts each person under a key of their own, wrapped by the service's, and bound to its place in its referral: moved
 * to another one it doesn't open, and destroying one key makes one person unreadable.
 */
@Component
public final class Vault {

    private final Aead master;
    private final JsonMapper json;
    private final Configuration tink;
    private final Keyrings rings;

    Vault(Keys keys, JsonMapper json, Keyrings rings) {
        this.master = keys.contacts();
        this.json = json;
        this.tink = keys.tink();
        this.rings = rings;
    }

    /**
     * Nothing is stored by it.
     *
     * @param incident null when nothing is said of it
     * @param parties by their number
     */
    public SealedFile seal(UUID referral, @Nullable Incident incident, Map<Integer, Party> parties) {
        var ring = UUID.randomUUID().toString();
        var keys = new HashMap<String, Binary>();
        var sealed = new ArrayList<Sealed>();
        if (incident != null) {
            sealed.add(seal(referral, Sealed.INCIDENT, incident, ring, keys));
        }
        new TreeMap<>(parties)
                .forEach((number, party) ->
                        sealed.add(seal(referral, Sealed.party(number), party.normalised(), ring, keys)));
        return new SealedFile(sealed, sealed.isEmpty() ? Optional.empty() : Optional.of(new Keyring(ring, keys)));
    }

    /** To be done before what they open is stored: content without its key would be lost. */
    public void storeKeys(Collection<Keyring> keys) {
        rings.addAll(keys);
    }

    /** Of what was sealed and then not stored. */
    public void dropKeys(Collection<Keyring> keys) {
        rings.remove(keys.stream().map(Keyring::id).toList());
    }

    /** All of it whose key is still there. */
    public Opened open(UUID referral, List<Sealed> sealed) {
        if (sealed.isEmpty()) {
            return Opened.NOTHING;
        }
        var keys = rings.find(sealed);
        var incident = sealed.stream()
                .filter(Sealed::isIncident)
                .findFirst()
                .flatMap(one -> open(referral, one, keys.get(one), Incident.class));
        var parties = new TreeMap<Integer, Party>();
        sealed.stream()
                .filter(Sealed::isParty)
                .forEach(one -> open(referral, one, keys.get(one), Party.class)
                        .ifPresent(party -> parties.put(one.number(), party)));
        return new Opened(incident, parties);
    }

    private Sealed seal(UUID referral, String what, Object content, String ring, Map<String, Binary> keys) {
        var bound = bound(referral, what);
        try {
            var own = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            keys.put(what, new Binary(TinkProtoKeysetFormat.serializeEncryptedKeyset(own, master, bound, tink)));
            var aead = own.getPrimitive(tink, Aead.class);
            return new Sealed(what, ring, null, new Binary(aead.encrypt(json.writeValueAsBytes(content), bound)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt", e);
        }
    }

    private <T> Optional<T> open(UUID referral, Sealed sealed, @Nullable Binary key, Class<T> type) {
        if (key == null) {
            return Optional.empty();
        }
        var bound = bound(referral, sealed.what());
        try {
            var own = TinkProtoKeysetFormat.parseEncryptedKeyset(key.getData(), master, bound, tink);
            var content =
                    own.getPrimitive(tink, Aead.class).decrypt(sealed.content().getData(), bound);
            return Optional.of(json.readValue(content, type));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not encrypted with this service's key, or not for this referral", e);
        }
    }

    private static byte[] bound(UUID referral, String what) {
        return (referral + "/" + what).getBytes(StandardCharsets.UTF_8);
    }
}
