package org.parley.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signs tokens as the platform's issuer does, and publishes its key on a port of its own: no issuer needs to run. */
public final class TestIssuer {

    private static final RSAKey KEY = newKey();
    private static final String URI = publish(KEY);

    private TestIssuer() {}

    /** Where the key set is ({@code /oauth2/jwks}), and the {@code iss} of the tokens. */
    public static String uri() {
        return URI;
    }

    /** Good for an hour, for the audience {@code parley}. */
    public static String token(String subject, Collection<String> roles, Map<String, Object> claims) {
        return token(subject, roles, claims, "parley", Instant.now().plus(Duration.ofHours(1)), KEY);
    }

    public static String token(String subject, String... roles) {
        return token(subject, List.of(roles), Map.of());
    }

    /** For another audience. */
    public static String foreignToken(String subject, Collection<String> roles, Map<String, Object> claims) {
        return token(subject, roles, claims, "another", Instant.now().plus(Duration.ofHours(1)), KEY);
    }

    public static String expiredToken(String subject, Collection<String> roles, Map<String, Object> claims) {
        return token(subject, roles, claims, "parley", Instant.now().minus(Duration.ofHours(1)), KEY);
    }

    /** Right in everything but the key. */
    public static String forgedToken(String subject, Collection<String> roles, Map<String, Object> claims) {
        return token(subject, roles, claims, "parley", Instant.now().plus(Duration.ofHours(1)), newKey());
    }

    private static String token(
            String subject,
            Collection<String> roles,
            Map<String, Object> claims,
            String audience,
            Instant until,
            RSAKey key) {
        var content = new JWTClaimsSet.Builder()
                .issuer(URI)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(until.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(until))
                .claim("roles", List.copyOf(roles));
        claims.forEach(content::claim);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build();
        var token = new SignedJWT(header, content.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publish(RSAKey key) {
        var set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, set.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(set);
                }
            });
            // its own thread is a daemon if the starting one is: a test JVM must be able to end
            Thread.ofPlatform().daemon().start(server::start).join();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
