package org.parley.referral.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.referral.keys.SigningKey.Checked;

class SigningKeyTest {

    private static final String ED25519 = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    static Stream<JWK> good() throws JOSEException {
        return Stream.of(
                new ECKeyGenerator(Curve.P_256).keyID("a").generate(),
                new ECKeyGenerator(Curve.P_256)
                        .keyID("a/b:c")
                        .algorithm(JWSAlgorithm.ES256)
                        .generate(),
                new RSAKeyGenerator(2048).keyID("a").generate(),
                new RSAKeyGenerator(2048)
                        .keyID("a")
                        .algorithm(JWSAlgorithm.PS256)
                        .generate());
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesTheKeysOfSignatures(JWK key) {
        assertThat(SigningKey.check(key.toPublicJWK().toJSONObject()))
                .isInstanceOfSatisfying(
                        Checked.Good.class, good -> assertThat(good.key()).isEqualTo(key.toPublicJWK()));
    }

    @Test
    void takesEd25519AndLeavesWhatNobodyNeeds() {
        var key = Map.<String, Object>of("kty", "OKP", "crv", "Ed25519", "kid", "a", "x", ED25519, "more", "Canary");
        assertThat(SigningKey.check(key))
                .isInstanceOfSatisfying(
                        Checked.Good.class,
                        good -> assertThat(good.key().toJSONString())
                                .contains(ED25519)
                                .doesNotContain("Canary"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void refusesEveryPrivatePart(JWK key) {
        assertThat(SigningKey.check(key.toJSONObject()))
                .isEqualTo(new Checked.Broken("d", "must be left out: it belongs to a private key"));
    }

    @Test
    void refusesWhatIsWeakOrShared() throws JOSEException {
        assertThat(field(new RSAKeyGenerator(1024, true).keyID("a").generate().toPublicJWK()))
                .isEqualTo("n");
        assertThat(field(new ECKeyGenerator(Curve.P_384).keyID("a").generate().toPublicJWK()))
                .isEqualTo("crv");
        assertThat(field(new OctetSequenceKeyGenerator(256).keyID("a").generate()))
                .isEqualTo("k");
    }

    private static String field(JWK key) {
        return SigningKey.check(key.toJSONObject()) instanceof Checked.Broken(var field, var _) ? field : "good";
    }

    @ParameterizedTest
    @CsvSource({
        "kid,,kid",
        "kid,'',kid",
        "kid,with space,kid",
        "kty,,kty",
        "kty,oct,kty",
        "kty,RSA,''",
        "crv,secp256k1,crv",
        "use,enc,use",
        "alg,none,alg",
        "alg,HS256,alg",
        "alg,RS256,alg",
        "x,,''",
        "x,AAAA,''",
        "y,!,''",
    })
    void namesTheFieldThatIsWrong(String member, String value, String field) throws JOSEException {
        var key = new HashMap<>(new ECKeyGenerator(Curve.P_256)
                .keyID("a")
                .generate()
                .toPublicJWK()
                .toJSONObject());
        if (value == null) {
            key.remove(member);
        } else {
            key.put(member, value);
        }
        assertThat(SigningKey.check(key))
                .isInstanceOfSatisfying(
                        Checked.Broken.class,
                        broken -> assertThat(broken.field()).isEqualTo(field));
    }

    @Test
    void refusesAnEd25519KeyOfAnotherLength() {
        var key = Map.<String, Object>of("kty", "OKP", "crv", "Ed25519", "kid", "a", "x", "AAAA");
        assertThat(SigningKey.check(key)).isInstanceOf(Checked.Broken.class);
    }
}
