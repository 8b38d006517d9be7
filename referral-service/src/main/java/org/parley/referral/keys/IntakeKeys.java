package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The platform's own keys for what comes in over Kafka, one for each period. They are kept encrypted, and destroyed when
 * nothing on the topic can need them any more: from then on nobody reads what was recorded of it.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public final class IntakeKeys {

    private static final Logger log = LoggerFactory.getLogger(IntakeKeys.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern KID = Pattern.compile("[0-9T]{15}-[0-9]{1,9}");

    private final MongoCollection<Document> collection;
    private final Aead master;
    private final IntakeSettings settings;
    private final Map<String, ECKey> opened = new ConcurrentHashMap<>();

    IntakeKeys(MongoTemplate mongo, Keys keys, IntakeSettings settings) {
        this.collection = mongo.getCollection("intake-keys");
        this.master = keys.contacts();
        this.settings = settings;
    }

    /** What to encrypt for: the present period's key, and the next one's, so that no clock has to be right. */
    public List<ECKey> published(Instant now) {
        var current = IntakePeriod.at(now, settings.keyLife());
        return List.of(of(current).toPublicJWK(), of(current.next()).toPublicJWK());
    }

    /** For how long that may be kept: a small part of a key's life. */
    public Duration cacheable() {
        var part = settings.keyLife().dividedBy(8);
        return part.compareTo(HOUR) < 0 ? part : HOUR;
    }

    /** With its private part; empty when it never was or has been destroyed. */
    Optional<ECKey> find(String kid) {
        var known = opened.get(kid);
        if (known != null || !KID.matcher(kid).matches()) {
            return Optional.ofNullable(known);
        }
        var stored =
                Optional.ofNullable(collection.find(new Document("_id", kid)).first());
        return stored.map(this::open);
    }

    /** Forgets what somebody has taken out of the store. */
    void forgetWhatIsGone() {
        var there = new HashSet<String>();
        collection.find().projection(Projections.include("_id")).forEach(key -> there.add(key.getString("_id")));
        opened.keySet().retainAll(there);
    }

    /** Destroys those that nothing on the topic can need any more. */
    void destroyOld(Instant now) {
        var end = now.minus(settings.afterlife());
        for (var key : collection.find().projection(Projections.include("_id", "until"))) {
            if (!key.getDate("until").toInstant().isAfter(end)) {
                collection.deleteOne(new Document("_id", key.getString("_id")));
                opened.remove(key.getString("_id"));
                log.info("Destroyed intake key {}", key.getString("_id"));
            }
        }
    }

    private ECKey of(IntakePeriod period) {
        var kid = period.kid();
        var known = find(kid);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            collection.insertOne(new Document("_id", kid)
                    .append("from", Date.from(period.from()))
                    .append("until", Date.from(period.until()))
                    .append("key", sealed(fresh(kid))));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        // Another copy may have been first.
        return find(kid).orElseThrow();
    }

    private ECKey open(Document stored) {
        var kid = stored.getString("_id");
        try {
            var key = master.decrypt(stored.get("key", Binary.class).getData(), kid.getBytes(UTF_8));
            var read = ECKey.parse(new String(key, UTF_8));
            opened.put(kid, read);
            return read;
        } catch (GeneralSecurityException | ParseException e) {
            throw new IllegalStateException("Intake key " + kid + " was not encrypted with this service's key", e);
        }
    }

    private Binary sealed(ECKey key) {
        try {
            return new Binary(master.encrypt(
                    key.toJSONString().getBytes(UTF_8),
                    Objects.requireNonNull(key.getKeyID()).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt", e);
        }
    }

    private static ECKey fresh(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }
}
