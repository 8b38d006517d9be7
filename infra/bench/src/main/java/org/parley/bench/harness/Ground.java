package org.parley.bench.harness;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.Folders;
import org.parley.processes.FreePort;
import org.parley.processes.HttpPart;
import org.parley.processes.Program;
import org.parley.processes.Recording;

/**
 * What a run stands on: store, broker and issuer, and the processes started on it. Store and broker are the embedded
 * ones, with data of their own on disk, or what {@code PARLEY_MONGODB_URI} and {@code PARLEY_KAFKA} name.
 */
public final class Ground implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final Sizes sizes;
    private final String scope =
            "b" + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final String mongodbUri;
    private final String kafka;
    private final boolean ownStore;
    private final URI issuer = freeAddress();
    private final MongoClient mongo;
    private final Admin admin;

    /** Heaps, fixed from the start. */
    public record Sizes(String service, String store, String broker) {
        public static final Sizes USUAL = new Sizes("512m", "1g", "512m");

        public Sizes withService(String heap) {
            return new Sizes(heap, store, broker);
        }
    }

    /** @param name of the run; its folder is made anew */
    public static Ground open(String name, Sizes sizes) {
        return new Ground(name, sizes);
    }

    private Ground(String name, Sizes sizes) {
        this.sizes = sizes;
        folder = Checkout.root().resolve("infra/bench/target/runs").resolve(name);
        Folders.delete(folder);
        var uri = set("PARLEY_MONGODB_URI");
        var servers = set("PARLEY_KAFKA");
        ownStore = uri == null;
        mongodbUri = uri == null ? store() : uri;
        kafka = servers == null ? broker() : servers;
        startIssuer();
        mongo = MongoClients.create(mongodbUri);
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
    }

    public String mongodbUri() {
        return mongodbUri;
    }

    public String kafka() {
        return kafka;
    }

    /** Whether the store is the embedded one, which is for evaluation and slower than what it stands for. */
    public boolean isStoreEmbedded() {
        return ownStore;
    }

    public MongoClient mongo() {
        return mongo;
    }

    public Admin admin() {
        return admin;
    }

    /** Before every topic, group and database of this run, so that real servers can be shared. */
    public String scope() {
        return scope;
    }

    public String topic(String name) {
        return scope + "." + name;
    }

    /**
     * Makes a topic of this run that is like another: as many partitions, the same settings.
     *
     * @param existing with its prefix
     * @return with its prefix
     */
    public String topicLike(String name, String existing) {
        var topic = topic(name);
        TopicLike.create(admin, topic, existing);
        return topic;
    }

    public String database(String name) {
        return scope + "-" + name;
    }

    public String token(String client) {
        return Tokens.of(issuer, client);
    }

    public Cpu cpu() {
        return Cpu.now(children);
    }

    /** Starts a service of Parley, for instance {@code referral-service}, with the database of that name; ready on return. */
    public HttpPart service(String module, String... arguments) {
        return copy(module, module, scope, arguments);
    }

    /**
     * Another copy of a service, beside the first, with a platform's prefix of its own.
     *
     * @param name what its processor time is told under
     */
    public HttpPart copy(String module, String name, String prefix, String... arguments) {
        var environment = new HashMap<>(environment());
        environment.put("PARLEY_TOPIC_PREFIX", prefix + ".");
        environment.put("SPRING_MONGODB_DATABASE", prefix + "-" + module);
        return http(name, Program.service(Checkout.root(), module), environment, arguments);
    }

    /**
     * Starts a peer of {@code infra/bench/peers}, a Spring Boot program; ready on return. It is told the same as a service
     * is, and {@code PARLEY_TOPIC_PREFIX}.
     */
    public HttpPart peer(String name, String... arguments) {
        var environment = new HashMap<>(environment());
        environment.put("SPRING_MONGODB_DATABASE", database(name));
        return http(name, Program.service(Checkout.root(), "infra/bench/peers/" + name), environment, arguments);
    }

    /**
     * Starts a peer of {@code infra/bench/peers} that is a plain program, jars beside its own; it says itself when it is
     * ready, if it does.
     */
    public Child program(String name, String mainClass, Map<String, String> settings) {
        var target = Checkout.root().resolve("infra/bench/peers").resolve(name).resolve("target");
        var jar = target.resolve(name + "-0.1.0-SNAPSHOT.jar");
        var program = new Program(
                jar,
                List.of(jar.toString(), target.resolve("lib").resolve("*").toString()),
                List.of(mainClass),
                target.resolve(name + ".aot"));
        var environment = new HashMap<>(environment());
        environment.putAll(settings);
        return begin(name, program.command(options(sizes.service()), new Recording.Off()), environment);
    }

    /** For what a peer keeps on disk. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** Starts a main class of this module that prints {@code ready} when it is, as a service would run. */
    public HttpPart main(String name, String mainClass) {
        var address = freeAddress();
        var target = Checkout.root().resolve("infra/bench/target");
        var jar = target.resolve("parley-bench-0.1.0-SNAPSHOT.jar");
        var program = new Program(
                jar,
                List.of(jar.toString(), target.resolve("lib").resolve("*").toString()),
                List.of(mainClass),
                target.resolve(name + ".aot"));
        var command = program.command(options(sizes.service()), new Recording.Off());
        command.add(Integer.toString(address.getPort()));
        begin(name, command, environment()).awaitLine("ready", PATIENCE);
        return new HttpPart(children.getLast(), address);
    }

    private HttpPart http(String name, Program program, Map<String, String> environment, String... arguments) {
        var address = freeAddress();
        environment.put("SERVER_PORT", Integer.toString(address.getPort()));
        var command = program.command(options(sizes.service()), new Recording.Off());
        command.addAll(List.of(arguments));
        var part = new HttpPart(begin(name, command, environment), address);
        part.awaitReady();
        return part;
    }

    private Map<String, String> environment() {
        return Map.of(
                "PARLEY_MONGODB_URI",
                mongodbUri,
                "PARLEY_KAFKA",
                kafka,
                "PARLEY_TOPIC_PREFIX",
                scope + ".",
                "PARLEY_ISSUER",
                issuer.toString(),
                // What is measured is what can be done, not what a client is allowed to do.
                "PARLEY_WEB_REQUESTSPERSECOND",
                "0");
    }

    private String store() {
        var port = FreePort.any();
        local("store", "org.parley.local.store.Store", sizes.store(), List.of("--port=" + port, data("store.db")))
                .awaitLine("store ready", PATIENCE);
        return "mongodb://127.0.0.1:" + port;
    }

    private String broker() {
        var port = FreePort.any();
        local(
                        "broker",
                        "org.parley.local.broker.Broker",
                        sizes.broker(),
                        List.of("--port=" + port, "--controller-port=" + FreePort.any(), data("broker")))
                .awaitLine("broker ready", PATIENCE);
        return "127.0.0.1:" + port;
    }

    private void startIssuer() {
        var child = local(
                "issuer",
                "org.parley.local.issuer.Issuer",
                "64m",
                List.of(
                        "--server.port=" + issuer.getPort(),
                        "--parley.issuer=" + issuer,
                        "--parley.data=" + folder.resolve("issuer")));
        new HttpPart(child, issuer).awaitReady();
    }

    private String data(String name) {
        return "--data=" + folder.resolve(name);
    }

    private Child local(String name, String mainClass, String heap, List<String> arguments) {
        var command = new ArrayList<>(
                Program.local(Checkout.root(), name, mainClass).command(options(heap), new Recording.Off()));
        command.add("--ends-with-parent");
        command.addAll(arguments);
        return begin(name, command, Map.of());
    }

    private Child begin(String name, List<String> command, Map<String, String> environment) {
        var child = new Child(name, command, environment, folder.resolve(name + ".log"));
        children.add(child);
        Progress.say("starting %s", name);
        return child.begin();
    }

    /** The same for all, so that no contender has a better machine: both compilers, a fixed heap. */
    private static List<String> options(String heap) {
        return List.of(
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private static URI freeAddress() {
        return URI.create("http://127.0.0.1:" + FreePort.any());
    }

    private static @Nullable String set(String name) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Override
    public void close() {
        mongo.close();
        admin.close();
        children.reversed().forEach(Child::kill);
    }
}
