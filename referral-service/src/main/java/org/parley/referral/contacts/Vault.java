package org.parley.referral.contacts;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.types.Binary;
import org.parley.referral.keys.Keys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts each person under a key of their own, wrapped by the service's, and bound to its place in its referral: moved
 * to another one it doesn't open, and shredding one key makes one person unreadable.
 */
@Component
public final class Vault {

    private static final String INCIDENT = "incident";
    private static final String PARTY = "party-";

    private final Aead master;
    private final JsonMapper json;
    private final Configuration tink;

    Vault(Keys keys, JsonMapper json) {
        this.master = keys.contacts();
        this.json = json;
        this.tink = keys.tink();
    }

    public Sealed seal(UUID referral, Incident incident) {
        return seal(referral, INCIDENT, incident);
    }

    public Sealed seal(UUID referral, int index, Party party) {
        return seal(referral, PARTY + index, party);
    }

    public boolean isIncident(Sealed sealed) {
        return sealed.what().equals(INCIDENT);
    }

    public Optional<Incident> incident(UUID referral, List<Sealed> sealed) {
        return sealed.stream().filter(this::isIncident).findFirst().flatMap(one -> open(referral, one, Incident.class));
    }

    /** Those whose key is still there. */
    public List<Party> parties(UUID referral, List<Sealed> sealed) {
        var parties = new ArrayList<Party>();
        sealed.stream()
                .filter(one -> one.what().startsWith(PARTY))
                .forEach(one -> open(referral, one, Party.class).ifPresent(parties::add));
        return parties;
    }

    private Sealed seal(UUID referral, String what, Object content) {
        var bound = bound(referral, what);
        try {
            var own = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            var key = TinkProtoKeysetFormat.serializeEncryptedKeyset(own, master, bound, tink);
            var aead = own.getPrimitive(tink, Aead.class);
            return new Sealed(what, new Binary(key), new Binary(aead.encrypt(json.writeValueAsBytes(content), bound)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt", e);
        }
    }

    private <T> Optional<T> open(UUID referral, Sealed sealed, Class<T> type) {
        var key = sealed.key();
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
