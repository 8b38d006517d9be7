package org.parley.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The store and the broker of this test run, found or started once per JVM: what {@code PARLEY_MONGODB_URI} and
 * {@code PARLEY_KAFKA} name, else containers where Docker answers, else the embedded ones of {@code infra/local} in
 * processes of their own. One line of the output says which.
 */
public final class Backing {

    private static final Backing ONLY = new Backing();

    private final String run =
            "t" + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36, 36 * 36 * 36 * 36 * 36), 36);
    private final AtomicInteger scopes = new AtomicInteger();
    private final Part store;
    private final Part broker;

    private Backing() {
        var namedStore = System.getenv("PARLEY_MONGODB_URI");
        var namedBroker = System.getenv("PARLEY_KAFKA");
        var containers = (isSet(namedStore) && isSet(namedBroker)) ? null : Containers.whereDockerAnswers();
        var storeIsOwn = false;
        var brokerIsOwn = false;
        if (isSet(namedStore)) {
            store = new Part("named by PARLEY_MONGODB_URI", namedStore, null);
        } else if (containers != null) {
            store = containers.store();
        } else {
            store = Part.embeddedStore(run);
            storeIsOwn = true;
        }
        if (isSet(namedBroker)) {
            broker = new Part("named by PARLEY_KAFKA", namedBroker, null);
        } else if (containers != null) {
            broker = containers.broker();
        } else {
            broker = Part.embeddedBroker(run);
            brokerIsOwn = true;
        }
        // both at once: each takes seconds
        if (storeIsOwn) {
            store.begin();
        }
        if (brokerIsOwn) {
            broker.begin();
        }
        if (storeIsOwn) {
            store.awaitReady();
        }
        if (brokerIsOwn) {
            broker.awaitReady();
        }
        new Leftovers(run).removeAtExitFrom(store, broker);
        System.out.println("Backing parts of test run " + run + ": store " + store + ", broker " + broker);
    }

    public static Part store() {
        return ONLY.store;
    }

    public static Part broker() {
        return ONLY.broker;
    }

    /** A connection string for the driver. */
    public static String mongodbUri() {
        return ONLY.store.address();
    }

    /** Bootstrap servers for a Kafka client. */
    public static String kafka() {
        return ONLY.broker.address();
    }

    /** Where the embedded parts of this run keep all that they write, logs too; skips the test where they aren't ours. */
    public static Path files() {
        ONLY.store.assumeKillable();
        ONLY.broker.assumeKillable();
        return Part.folder(ONLY.run);
    }

    /** A name that nobody else uses, in this run or in another: for a database, or before topic names and groups. */
    public static String newScope() {
        return ONLY.run + "-" + ONLY.scopes.incrementAndGet();
    }

    /**
     * The settings of one service in one scope. Two copies that shall work side by side get the same scope; whoever
     * starts by annotation gets a scope of its own.
     */
    public static Map<String, String> settings(String scope, String service) {
        return Map.of(
                "spring.mongodb.uri", mongodbUri(),
                "spring.mongodb.database", scope + "-" + service,
                "spring.kafka.bootstrap-servers", kafka(),
                "spring.cloud.stream.kafka.binder.brokers", kafka(),
                "parley.topic-prefix", scope + ".",
                "parley.issuer", TestIssuer.uri(),
                "PARLEY_ISSUER", TestIssuer.uri(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", TestIssuer.uri() + "/oauth2/jwks");
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
