package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.referral.keys.Envelopes.Opening;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;

@ReferralService
class EnvelopesTest {

    private static final String CONTENT = "{\"reference\": \"a\"}";
    private static final String ODD = "AZaz09-_.=+/{}\":,\\ \u0000\u00e9";

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private IntakeKeys keys;

    private ECKey platform;
    private ECKey own;

    @BeforeEach
    void bothHaveKeys() throws JOSEException {
        platform = keys.published(Instant.now()).getFirst();
        own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
    }

    private static IntakeSystem system(JWK key) {
        return new IntakeSystem("system", List.of(key.toPublicJWK()), Set.of("PCT-075"));
    }

    private String sealed(String content) throws JOSEException {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(platform.getKeyID())
                .contentType("JWT")
                .build();
        var jwe = new JWEObject(header, new Payload(content));
        jwe.encrypt(new ECDHEncrypter(platform));
        return jwe.serialize();
    }

    private String signed() throws JOSEException {
        var jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").build(), new Payload(CONTENT));
        jws.sign(new ECDSASigner(own));
        return jws.serialize();
    }

    @Test
    void findsWhatWasSigned() throws JOSEException {
        assertThat(envelopes.open(sealed(signed()), system(own)))
                .isInstanceOfSatisfying(
                        Opening.Content.class,
                        content -> assertThat(content.bytes()).isEqualTo(CONTENT.getBytes(UTF_8)));
    }

    @Test
    void takesEd25519AsTheJdkSignsIt() throws JOSEException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = new OctetKeyPair.Builder(Curve.Ed25519, x((EdECPublicKey) pair.getPublic()))
                .keyID("own")
                .build();
        var signing = Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"own\"}") + "." + Base64URL.encode(CONTENT);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signing.getBytes(UTF_8));
        var jws = signing + "." + Base64URL.encode(signature.sign());
        assertThat(envelopes.open(sealed(jws), system(key))).isInstanceOf(Opening.Content.class);
        assertThat(envelopes.open(sealed(jws), system(own))).isInstanceOf(Opening.BadSignature.class);
    }

    /** The last 32 bytes of its X.509 form. */
    private static Base64URL x(EdECPublicKey key) {
        var encoded = key.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /** A key that was meant for one algorithm signs by no other. */
    @Test
    void takesAKeyForItsOwnAlgorithmOnly() throws JOSEException {
        var forAnother = new ECKey.Builder(own).algorithm(JWSAlgorithm.ES384).build();
        assertThat(envelopes.open(sealed(signed()), system(forAnother))).isInstanceOf(Opening.BadSignature.class);
    }

    /** What a library stumbles over must not look like a store that is away: the topic would stand still. */
    @Test
    void nothingThatStandsInOneMakesItFail() throws JOSEException {
        var random = new Random(7);
        var good = sealed(signed());
        for (var n = 0; n < 2_000; n++) {
            isRefusedOrTheSame(mutated(good, random));
        }
        for (var n = 0; n < 500; n++) {
            isRefusedOrTheSame(sealed(mutated(signed(), random)));
        }
        var allowed = "\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"cty\":\"JOSE\"";
        var named = "{" + allowed + ",\"kid\":\"" + platform.getKeyID() + "\"";
        for (var header : List.of(
                "null",
                "[]",
                "{}",
                "{\"alg\":1}",
                "{" + allowed + "}",
                "{" + allowed + ",\"kid\":{\"$ne\":1}}",
                named + "}",
                named + ",\"epk\":{}}",
                named + ",\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}}",
                "[".repeat(15_000))) {
            var odd = Base64URL.encode(header) + good.substring(good.indexOf('.'));
            assertThat(envelopes.open(odd, system(own)))
                    .as(header)
                    .isInstanceOfAny(Opening.NotDecryptable.class, Opening.UnknownKey.class);
        }
    }

    /** A letter of Base64 may have bits that nobody reads. */
    private void isRefusedOrTheSame(String envelope) {
        if (envelopes.open(envelope, system(own)) instanceof Opening.Content(var bytes)) {
            assertThat(new String(bytes, UTF_8)).as(envelope).isEqualTo(CONTENT);
        }
    }

    private static String mutated(String text, Random random) {
        var place = random.nextInt(text.length());
        var odd = ODD.charAt(random.nextInt(ODD.length()));
        var changed = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, place);
            case 1 -> text.substring(0, place) + odd + text.substring(place);
            case 2 -> text.substring(place);
            default -> text.substring(0, place) + odd + text.substring(place + 1);
        };
        return changed.equals(text) ? text + odd + odd : changed;
    }
}
