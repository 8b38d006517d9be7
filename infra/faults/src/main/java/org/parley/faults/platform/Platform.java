package org.parley.faults.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.FreePort;
import org.parley.processes.HttpPart;
import org.parley.processes.Program;
import org.parley.processes.Recording;
import org.parley.processes.Service;

/** All parts of one run: beside whatever else runs on this machine, and gone with this process. */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** As in production, but what waits for minutes there waits for seconds here: a run has only a few minutes. */
    private static final Map<String, String> QUICKER = Map.of(
            "PARLEY_OUTBOX_SWEEPEVERY", "5s",
            "PARLEY_OUTBOX_SWEEPAGE", "5s",
            "PARLEY_OUTBOX_SWEEPSHARE", "0.1",
            "PARLEY_WEBHOOKS_RETRIES", "500ms,1s,2s,4s",
            "PARLEY_WEBHOOKS_TIMEOUT", "3s",
            "PARLEY_WEBHOOKS_BREAKERPAUSE", "2s",
            "PARLEY_WEBHOOKS_ALLOWPRIVATE", "true",
            "MALLOC_ARENA_MAX", "2");

    private final Path folder;
    private final int storePort = FreePort.any();
    private final int brokerPort = FreePort.any();
    private final URI issuer = address(FreePort.any());
    private final URI receiver = address(FreePort.any());
    private final Map<Service, List<Copy>> copies = new EnumMap<>(Service.class);
    private final List<Proxy> proxies = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private final Part store;
    private final Part broker;
    private final Part issuerPart;
    private final Part receiverPart;
    private final List<String> diedByItself = new ArrayList<>();
    private volatile boolean closing;

    /**
     * @param folder for data and logs
     * @param doubled the services that run in two copies
     * @param receiverArguments what the webhook receiver is started with, beside its port
     */
    public Platform(Path folder, Set<Service> doubled, List<String> receiverArguments) {
        this.folder = folder;
        for (var service : Service.values()) {
            var all = new ArrayList<Copy>();
            for (var number = 1; number <= (doubled.contains(service) ? 2 : 1); number++) {
                all.add(copy(service, number));
            }
            copies.put(service, List.copyOf(all));
        }
        store = new Part(local(
                "store", "org.parley.local.store.Store", "256m", "--port=" + storePort, "--data=" + data("store.db")));
        broker = new Part(local(
                "broker",
                "org.parley.local.broker.Broker",
                "256m",
                "--port=" + brokerPort,
                "--controller-port=" + FreePort.any(),
                "--data=" + data("broker"),
                "--behind=" + String.join(",", behind)));
        issuerPart = new Part(local(
                "issuer",
                "org.parley.local.issuer.Issuer",
                "64m",
                "--server.port=" + issuer.getPort(),
                "--parley.issuer=" + issuer,
                "--parley.dashboard="
                        + copies(Service.REPORTING).getFirst().http().address(),
                "--parley.data=" + data("issuer")));
        receiverPart = new Part(receiver(receiverArguments));
    }

    /** Returns when everything is ready. */
    public Platform start() {
        store.release();
        broker.release();
        issuerPart.release();
        receiverPart.release();
        store.child().awaitLine(" ready on ", PATIENCE);
        broker.child().awaitLine(" ready on ", PATIENCE);
        copies().forEach(copy -> copy.part().release());
        receiverPart.child().awaitLine(" ready on ", PATIENCE);
        new HttpPart(issuerPart.child(), issuer).awaitReady();
        copies().forEach(copy -> copy.http().awaitReady());
        Thread.ofVirtual().name("watch").start(this::watch);
        return this;
    }

    /** Whatever is down, frozen or cut off comes back; returns when all are ready. */
    public void heal() {
        proxies.forEach(Proxy::clear);
        parts().forEach(Part::thaw);
        parts().forEach(Part::release);
        awaitListening("the store", storePort);
        awaitListening("the broker", brokerPort);
        for (var copy : copies().toList()) {
            copy.http().child().awaitAnswer(copy.http().address().resolve("/actuator/health/liveness"), PATIENCE);
        }
    }

    private static void awaitListening(String what, int port) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(what + " does not come back");
            }
            pause(100);
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void watch() {
        while (!closing) {
            parts().filter(Part::reviveIfDead).forEach(part -> {
                synchronized (diedByItself) {
                    diedByItself.add(part.name());
                }
            });
            pause(1_000);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<Part> parts() {
        return Stream.concat(Stream.of(store, broker, issuerPart, receiverPart), copies().map(Copy::part));
    }

    public Stream<Copy> copies() {
        return copies.values().stream().flatMap(List::stream);
    }

    public List<Copy> copies(Service service) {
        return copies.getOrDefault(service, List.of());
    }

    public Part store() {
        return store;
    }

    public Part broker() {
        return broker;
    }

    public Part receiver() {
        return receiverPart;
    }

    public URI issuer() {
        return issuer;
    }

    public URI receiverAddress() {
        return receiver;
    }

    public Map<Service, List<URI>> addresses() {
        return copies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(copy -> copy.http().address())
                                .toList()));
    }

    /** Past all proxies. */
    public String mongodbUri() {
        return "mongodb://127.0.0.1:" + storePort;
    }

    /** Past all proxies. */
    public String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    public Path folder() {
        return folder;
    }

    /** The processes that ended without being told to, in that order. */
    public List<String> diedByItself() {
        synchronized (diedByItself) {
            return List.copyOf(diedByItself);
        }
    }

    /** Ends the copies of a service for good. */
    public void end(Service service) {
        copies(service).forEach(copy -> copy.part().holdDown());
    }

    /** One more copy that reads everything from the start into a store of its own; ready when this returns. */
    public HttpPart rebuilding(Service service, String database, String group) {
        var address = address(FreePort.any());
        var environment = environment(address, mongodbUri(), kafka());
        environment.put("SPRING_MONGODB_DATABASE", database);
        environment.put("SPRING_CLOUD_STREAM_DEFAULT_GROUP", group);
        var part = new HttpPart(service(service, service.module() + "-rebuilding", environment), address).begin();
        part.awaitReady();
        return part;
    }

    private Copy copy(Service service, int number) {
        var toStore = proxy(storePort);
        var behindPort = FreePort.any();
        var toBroker = proxy(behindPort);
        behind.add(behindPort + ":" + toBroker.port());
        var address = address(FreePort.any());
        var environment = environment(address, "mongodb://127.0.0.1:" + toStore.port(), "127.0.0.1:" + toBroker.port());
        var child = service(service, service.module() + "-" + number, environment);
        return new Copy(service, number, new Part(child), new HttpPart(child, address), toStore, toBroker);
    }

    private Proxy proxy(int target) {
        var proxy = new Proxy(target);
        proxies.add(proxy);
        return proxy;
    }

    private Map<String, String> environment(URI address, String store, String broker) {
        var environment = new HashMap<>(QUICKER);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(address.getPort()));
        environment.put("PARLEY_MONGODB_URI", store);
        environment.put("PARLEY_KAFKA", broker);
        environment.put("PARLEY_ISSUER", issuer.toString());
        return environment;
    }

    private Child service(Service service, String name, Map<String, String> environment) {
        var program = Program.service(Checkout.root(), service.module());
        return child(name, program, "192m", environment, List.of());
    }

    private Child local(String name, String mainClass, String heap, String... arguments) {
        var all = new ArrayList<>(List.of("--ends-with-parent"));
        all.addAll(List.of(arguments));
        return child(name, Program.local(Checkout.root(), name, mainClass), heap, Map.of(), all);
    }

    private Child receiver(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.parley.faults.receiver.Receiver",
                "--port=" + receiver.getPort()));
        command.addAll(arguments);
        return new Child("receiver", command, Map.of(), folder.resolve("logs/receiver.log"));
    }

    private Child child(
            String name, Program program, String heap, Map<String, String> environment, List<String> arguments) {
        var options = new ArrayList<>(OPTIONS);
        options.add("-Xmx" + heap);
        var command = new ArrayList<>(program.command(options, Recording.existing(program)));
        command.addAll(arguments);
        return new Child(name, command, environment, folder.resolve("logs").resolve(name + ".log"));
    }

    private Path data(String name) {
        return folder.resolve("data").resolve(name);
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        closing = true;
        copies().forEach(copy -> copy.part().holdDown());
        parts().forEach(Part::holdDown);
        proxies.forEach(Proxy::close);
    }
}
