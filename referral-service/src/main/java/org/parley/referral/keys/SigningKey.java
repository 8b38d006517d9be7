package org.parley.referral.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which keys a sending system may sign with: elliptic curve P-256, Ed25519, or RSA of 2048 to 4096 bits. */
public final class SigningKey {

    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final List<String> PUBLIC = List.of("kty", "kid", "alg", "crv", "x", "y", "n", "e");
    private static final Pattern KID = Pattern.compile("[!-~]{1,100}");
    private static final int ED25519_BYTES = 32;

    private SigningKey() {}

    /** What came of looking at a key. */
    public sealed interface Checked {

        /** @param key without anything that isn't needed to check signatures */
        record Good(JWK key) implements Checked {}

        /** @param field of the key; empty when it is the key as a whole */
        record Broken(String field, String rule) implements Checked {}
    }

    /** @param members of the JWK; those that nobody here needs are passed over, as JOSE has it */
    public static Checked check(Map<String, Object> members) {
        for (var name : PRIVATE) {
            if (members.containsKey(name)) {
                return new Checked.Broken(name, "must be left out: it belongs to a private key");
            }
        }
        if (!(members.get("kid") instanceof String kid) || !KID.matcher(kid).matches()) {
            return new Checked.Broken("kid", "must be 1 to 100 visible ASCII characters");
        }
        if (members.getOrDefault("use", "sig") instanceof String use && !use.equals("sig")) {
            return new Checked.Broken("use", "must be sig");
        }
        return switch (String.valueOf(members.get("kty"))) {
            case "EC" -> onCurve(members, "P-256", Set.of("ES256"));
            case "OKP" -> onCurve(members, "Ed25519", Set.of("EdDSA"));
            case "RSA" -> parsed(members, Set.of("RS256", "PS256"));
            default -> new Checked.Broken("kty", "must be one of EC, OKP, RSA");
        };
    }

    private static Checked onCurve(Map<String, Object> members, String curve, Set<String> algorithms) {
        return curve.equals(members.get("crv"))
                ? parsed(members, algorithms)
                : new Checked.Broken("crv", "must be " + curve);
    }

    private static Checked parsed(Map<String, Object> members, Set<String> algorithms) {
        if (members.get("alg") != null && !algorithms.contains(String.valueOf(members.get("alg")))) {
            return new Checked.Broken(
                    "alg",
                    "must be one of "
                            + String.join(", ", algorithms.stream().sorted().toList()));
        }
        var needed = new LinkedHashMap<String, Object>();
        PUBLIC.forEach(name -> {
            if (members.get(name) instanceof String text) {
                needed.put(name, text);
            }
        });
        try {
            return usable(JWK.parse(needed));
        } catch (ParseException | JOSEException | RuntimeException e) {
            return new Checked.Broken("", "must be a whole public key as a JWK");
        }
    }

    private static Checked usable(JWK key) throws JOSEException {
        switch (key) {
            case ECKey ec -> ec.toECPublicKey();
            case OctetKeyPair ed
            when ed.getDecodedX().length != ED25519_BYTES -> {
                return new Checked.Broken("x", "must be " + ED25519_BYTES + " bytes in Base64url");
            }
            case RSAKey rsa
            when rsa.size() < 2048 || rsa.size() > 4096 -> {
                return new Checked.Broken("n", "must be of 2048 to 4096 bits");
            }
            case RSAKey rsa -> rsa.toRSAPublicKey();
            default -> {}
        }
        return new Checked.Good(key);
    }
}
