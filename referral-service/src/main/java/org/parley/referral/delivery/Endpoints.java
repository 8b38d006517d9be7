package org.parley.referral.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.google.crypto.tink.Aead;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.referral.keys.Keys;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The endpoints of the centers that have one. */
@Component
public final class Endpoints {

    private static final String ENDPOINTS = "endpoints";
    private static final int SECRET_BYTES = 32;

    private final MongoTemplate mongo;
    private final Aead aead;
    private final TargetRule rule;
    private final Clock clock;

    Endpoints(MongoTemplate mongo, Keys keys, TargetRule rule, Clock clock) {
        this.mongo = mongo;
        this.aead = keys.contacts();
        this.rule = rule;
        this.clock = clock;
    }

    /** @param freshSecret to be shown this once; null when the center has one already */
    public record Registered(Endpoint endpoint, @Nullable String freshSecret) {}

    /** The URL, if an endpoint may have it. */
    public Optional<URI> acceptable(String url) {
        return rule.check(url);
    }

    public Optional<Endpoint> find(String center) {
        return Optional.ofNullable(mongo.findById(center, Endpoint.class, ENDPOINTS));
    }

    /** Those of the centers that have one. Asked each second, so it brings no secrets along. */
    List<String> centers(Collection<String> centers) {
        var ids = query(where("_id").in(centers));
        ids.fields().include("_id");
        return mongo.find(ids, Document.class, ENDPOINTS).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    /** Sets the address. The secret is the one given, else the one there is, else a new one. */
    public Registered put(String center, URI url, @Nullable String given) {
        var known = find(center);
        var fresh = given == null && known.isEmpty() ? newSecret() : null;
        var plain = given == null ? fresh : given;
        var secret = plain == null ? known.orElseThrow().secret() : seal(center, plain);
        var endpoint = new Endpoint(center, url, secret, clock.instant());
        mongo.save(endpoint, ENDPOINTS);
        return new Registered(endpoint, fresh);
    }

    public void remove(String center) {
        mongo.remove(query(where("_id").is(center)), ENDPOINTS);
    }

    String secret(Endpoint endpoint) {
        try {
            return new String(aead.decrypt(endpoint.secret().getData(), bound(endpoint.center())), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret was not encrypted with this service's key", e);
        }
    }

    private Binary seal(String center, String secret) {
        try {
            return new Binary(aead.encrypt(secret.getBytes(UTF_8), bound(center)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt", e);
        }
    }

    private static byte[] bound(String center) {
        return ("endpoint/" + center).getBytes(UTF_8);
    }

    private static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
