package org.parley.referral.keys;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Opens what a system has signed and encrypted for this platform: a compact JWE around a compact JWS. Whatever stands in
 * it, a library's complaint is about the envelope; only the store and the key store may be away.
 */
@Component
public final class Envelopes {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]++(\\.[A-Za-z0-9_-]++){4}");
    private static final Set<String> CONTENT = Set.of("JWT", "JOSE");

    private final IntakeKeys keys;

    Envelopes(IntakeKeys keys) {
        this.keys = keys;
    }

    /** What came of opening one. */
    public sealed interface Opening {

        /** As it was signed. */
        @SuppressWarnings("ArrayRecordComponent") // read once and never compared
        record Content(byte[] bytes) implements Opening {}

        /** It is for a key that was never published or has been destroyed. */
        record UnknownKey() implements Opening {}

        record NotDecryptable() implements Opening {}

        record BadSignature() implements Opening {}
    }

    /** @throws KeysAway when it could be opened at another time */
    public Opening open(String envelope, IntakeSystem sender) {
        var jwe = parsed(envelope);
        if (jwe.isEmpty()) {
            return new Opening.NotDecryptable();
        }
        var kid = Objects.requireNonNullElse(jwe.get().getHeader().getKeyID(), "");
        var key = keys.find(kid);
        if (key.isEmpty()) {
            return new Opening.UnknownKey();
        }
        if (!decrypts(jwe.get(), key.get())) {
            return new Opening.NotDecryptable();
        }
        return signed(jwe.get(), sender).<Opening>map(Opening.Content::new).orElseGet(Opening.BadSignature::new);
    }

    private static Optional<JWEObject> parsed(String envelope) {
        if (!COMPACT.matcher(envelope).matches()) {
            return Optional.empty();
        }
        try {
            var jwe = JWEObject.parse(envelope);
            return isAllowed(jwe.getHeader()) ? Optional.of(jwe) : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Nothing is unpacked, and no extension has to be understood. */
    private static boolean isAllowed(JWEHeader header) {
        return JWEAlgorithm.ECDH_ES_A256KW.equals(header.getAlgorithm())
                && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                && header.getCompressionAlgorithm() == null
                && header.getCriticalParams() == null
                && CONTENT.contains(String.valueOf(header.getContentType()));
    }

    private static boolean decrypts(JWEObject jwe, ECKey key) {
        try {
            jwe.decrypt(new ECDHDecrypter(key));
            return true;
        } catch (JOSEException | RuntimeException e) {
            return false;
        }
    }

    private static Optional<byte[]> signed(JWEObject jwe, IntakeSystem sender) {
        try {
            var jws = JWSObject.parse(jwe.getPayload().toString());
            var header = jws.getHeader();
            var key = sender.key(header.getKeyID());
            if (key.isEmpty() || header.getCriticalParams() != null || !isOf(key.get(), header.getAlgorithm())) {
                return Optional.empty();
            }
            return jws.verify(verifier(key.get()))
                    ? Optional.of(jws.getPayload().toBytes())
                    : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(JWK key, JWSAlgorithm algorithm) {
        return algorithms(key).contains(algorithm)
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    private static List<JWSAlgorithm> algorithms(JWK key) {
        return switch (key) {
            case ECKey _ -> List.of(JWSAlgorithm.ES256);
            case OctetKeyPair _ -> List.of(JWSAlgorithm.EdDSA);
            case RSAKey _ -> List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
            default -> List.of();
        };
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey ec -> new ECDSAVerifier(ec);
            case OctetKeyPair ed -> new Ed25519Verifier(ed);
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            default -> throw new JOSEException("No other keys are stored");
        };
    }
}
