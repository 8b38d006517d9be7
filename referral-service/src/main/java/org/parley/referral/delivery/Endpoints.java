package org.parley.referral.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Endpoint.Reason;
import org.parley.referral.delivery.Endpoint.State;
import org.parley.referral.keys.Keys;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/** The endpoints of the subscribers that have one. Every change is guarded by the version it was decided on. */
@Component
public final class Endpoints {

    private static final int SECRET_BYTES = 32;

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;
    private final Aead aead;
    private final TargetRule rule;
    private final WebhookSettings settings;
    private final Clock clock;

    Endpoints(MongoTemplate mongo, Keys keys, TargetRule rule, WebhookSettings settings, Clock clock) {
        this.collection = mongo.getCollection("endpoints");
        this.converter = mongo.getConverter();
        this.aead = keys.contacts();
        this.rule = rule;
        this.settings = settings;
        this.clock = clock;
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** @param freshSecret to be shown this once; null when the subscriber has one already */
    public record Registered(Endpoint endpoint, @Nullable String freshSecret) {}

    /** The URL, if an endpoint may have it. */
    public Optional<URI> acceptable(String url) {
        return rule.check(url);
    }

    public Optional<Endpoint> find(String subscriber) {
        return Optional.ofNullable(
                        collection.find(new Document("_id", subscriber)).first())
                .map(this::read);
    }

    /**
     * The versions of those that are active, by subscriber. Asked each second, so it brings no secrets along. One from
     * before endpoints had versions has 0.
     */
    Map<String, Long> active(Collection<String> subscribers) {
        var ids = new Document("_id", new Document("$in", List.copyOf(subscribers)));
        var active = new HashMap<String, Long>();
        for (var found : collection.find(ids).projection(Projections.include("_id", "state", "version"))) {
            if (!State.DISABLED.name().equals(found.getString("state"))) {
                active.put(found.getString("_id"), found.get("version", 0L));
            }
        }
        return active;
    }

    /**
     * Sets the address, and enables it. The secret is the one given, which counts at once and alone, else the one there
     * is, else a new one.
     */
    public Registered put(String subscriber, URI url, @Nullable String given) {
        var sealed = given == null ? null : seal(subscriber, given);
        while (true) {
            var known = find(subscriber);
            var fresh = sealed == null && known.isEmpty() ? newSecret() : null;
            var secret = fresh == null ? sealed : seal(subscriber, fresh);
            var next = known.map(was -> was.registeredAgain(url, sealed, now()))
                    .orElseGet(() -> Endpoint.registered(subscriber, url, Objects.requireNonNull(secret), now()));
            if (known.isEmpty() ? insert(next) : replace(known.get(), next)) {
                return new Registered(next, fresh);
            }
        }
    }

    /** A new secret; what it replaces goes on signing for a while. Empty without an endpoint. */
    public Optional<Registered> rotateSecret(String subscriber) {
        while (true) {
            var known = find(subscriber);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            var fresh = newSecret();
            var next = known.get().rotated(seal(subscriber, fresh), now(), now().plus(settings.secretOverlap()));
            if (replace(known.get(), next)) {
                return Optional.of(new Registered(next, fresh));
            }
        }
    }

    /** False when it is already, or is no longer what the reason was found with. */
    boolean disable(Endpoint endpoint, Reason reason) {
        var known = Optional.of(endpoint);
        while (known.filter(one -> one.isActive() && one.isSameRegistration(endpoint))
                .isPresent()) {
            if (replace(known.get(), known.get().disabled(reason, now()))) {
                return true;
            }
            known = find(endpoint.subscriber());
        }
        return false;
    }

    public void remove(String subscriber) {
        collection.deleteOne(new Document("_id", subscriber));
    }

    /** What to sign with: the newest first. */
    List<String> secrets(Endpoint endpoint) {
        return endpoint.secrets(now())
                .map(secret -> open(endpoint.subscriber(), secret))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One from before endpoints could be disabled has none of that. */
    private Endpoint read(Document found) {
        found.putIfAbsent("version", 0L);
        found.putIfAbsent("formers", List.of());
        found.putIfAbsent("state", State.ACTIVE.name());
        found.putIfAbsent("stateSince", found.get("since"));
        return converter.read(Endpoint.class, found);
    }

    private boolean insert(Endpoint first) {
        try {
            collection.insertOne(document(first));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private boolean replace(Endpoint known, Endpoint next) {
        var guard = new Document("_id", known.subscriber())
                .append("version", known.version() == 0 ? null : known.version());
        var fields = document(next);
        fields.remove("_id");
        // A field without a value is not written, and must not stay either.
        fields.putIfAbsent("reason", null);
        return collection.updateOne(guard, new Document("$set", fields)).getModifiedCount() == 1;
    }

    private Document document(Endpoint endpoint) {
        var document = new Document();
        converter.write(endpoint, document);
        return document;
    }

    private String open(String subscriber, Binary secret) {
        try {
            return new String(aead.decrypt(secret.getData(), bound(subscriber)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret was not encrypted with this service's key", e);
        }
    }

    private Binary seal(String subscriber, String secret) {
        try {
            return new Binary(aead.encrypt(secret.getBytes(UTF_8), bound(subscriber)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt", e);
        }
    }

    private static byte[] bound(String subscriber) {
        return ("endpoint/" + subscriber).getBytes(UTF_8);
    }

    private static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
