package org.parley.referral.process;

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
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.parley.testing.TestIssuer;
import org.springframework.http.HttpMethod;

/**
 * A precinct's system that sends people along over Kafka, as the README tells it to.
 *
 * @param port of the service
 */
record SendingSystem(int port, ECKey key) {

    static final String PEOPLE = """
            [{"name": "Canary One", "phone": "212 555 0100", "language": "en",
              "consent": {"given": true, "purpose": "MEDIATION"}}]""";

    static SendingSystem at(int port) {
        return new SendingSystem(port, newKey("system-1"));
    }

    static ECKey newKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Api administrator(int port) {
        return new Api(port, TestIssuer.token("administrator", List.of("administrator"), Map.of()));
    }

    SendingSystem registered(String client, String... commands) {
        administrator(port).call(HttpMethod.PUT, "/v1/intake/systems/" + client, entry(commands), Map.of());
        return this;
    }

    String entry(String... commands) {
        return "{\"keys\": [" + key.toPublicJWK().toJSONString() + "], \"commands\": [\""
                + String.join("\", \"", commands) + "\"]}";
    }

    String published() {
        return new Api(port, "").open("/v1/intake/keys").is(200).body().toString();
    }

    /** A submission about two neighbours who can be called, with whatever stands for them. */
    static String submission(String reference, String contacts) {
        return Precinct.noise(reference)
                .replace("\"PRECINCT\"", "\"PARTIES\"")
                .replaceFirst("\\{", "{\"contacts\": \"" + contacts + "\", ");
    }

    /** The same over HTTP. */
    static String inPlaintext(String reference, String parties) {
        return Precinct.noise(reference)
                .replace("\"PRECINCT\"", "\"PARTIES\"")
                .replaceFirst("\\{", "{\"parties\": " + parties + ", ");
    }

    String submits(String reference) {
        return submission(reference, sealed(content(reference, "PCT-075", PEOPLE)));
    }

    String sealed(String content) {
        try {
            return sealed(content, key, published());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String content(String reference, String command, String parties) {
        return "{\"reference\": \"%s\", \"command\": \"%s\", \"parties\": %s}".formatted(reference, command, parties);
    }

    /**
     * As in the README.
     *
     * @param published what {@code GET /v1/intake/keys} answers
     */
    static String sealed(String content, ECKey own, String published) throws JOSEException, ParseException {
        // {"reference": …, "command": …, "parties": […]}, signed by this system …
        var signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(own.getKeyID()).build(), new Payload(content));
        signed.sign(new ECDSASigner(own));

        // … and encrypted for the platform: the first of its keys is the present one.
        var platform = JWKSet.parse(published).getKeys().getFirst().toECKey();
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(platform.getKeyID())
                .contentType("JOSE")
                .build();
        var encrypted = new JWEObject(header, new Payload(signed.serialize()));
        encrypted.encrypt(new ECDHEncrypter(platform));
        return encrypted.serialize();
    }
}
