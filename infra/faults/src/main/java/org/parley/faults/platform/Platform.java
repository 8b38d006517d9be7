package org.parley.faults.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.processes.FreePort;
import org.parley.processes.HttpPart;
import org.parley.processes.Service;

/** All parts of one run: beside whatever else runs on this machine, and gone with this process. */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final Path folder;
    private final Parts parts;
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
     * @param receiverCommand the command line of the receiver of webhooks at a port
     */
    public Platform(Path folder, Set<Service> doubled, IntFunction<List<String>> receiverCommand) {
        this.folder = folder;
        this.parts = new Parts(folder);
        for (var service : Service.values()) {
            var all = new ArrayList<Copy>();
            for (var number = 1; number <= (doubled.contains(service) ? 2 : 1); number++) {
                all.add(copy(service, number));
            }
            copies.put(service, List.copyOf(all));
        }
        store = new Part(parts.local(
                "store", "org.parley.local.store.Store", "256m", "--port=" + storePort, "--data=" + data("store.db")));
        broker = new Part(parts.local(
                "broker",
                "org.parley.local.broker.Broker",
                "256m",
                "--port=" + brokerPort,
                "--controller-port=" + FreePort.any(),
                "--data=" + data("broker"),
                "--behind=" + String.join(",", behind)));
        issuerPart = new Part(parts.local(
                "issuer",
                "org.parley.local.issuer.Issuer",
                "64m",
                "--server.port=" + issuer.getPort(),
                "--parley.issuer=" + issuer,
                "--parley.dashboard="
                        + copies(Service.REPORTING).getFirst().http().address(),
                "--parley.referrals="
                        + copies(Service.REFERRAL).getFirst().http().address(),
                "--parley.data=" + data("issuer")));
        receiverPart = new Part(parts.receiver(receiverCommand.apply(receiver.getPort())));
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
        copies().forEach(Platform::awaitAlive);
    }

    /** One that was begun while the store was away has ended, or is about to: it is begun again meanwhile. */
    private static void awaitAlive(Copy copy) {
        var alive = copy.http().address().resolve("/actuator/health/liveness");
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                copy.http().child().awaitAnswer(alive, PATIENCE);
                return;
            } catch (IllegalStateException ended) {
                if (System.nanoTime() > until) {
                    throw ended;
                }
                pause(500);
            }
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
        var part = new HttpPart(parts.service(service, service.module() + "-rebuilding", environment), address).begin();
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
        var child = parts.service(service, service.module() + "-" + number, environment);
        return new Copy(service, number, new Part(child), new HttpPart(child, address), toStore, toBroker);
    }

    private Proxy proxy(int target) {
        var proxy = new Proxy(target);
        proxies.add(proxy);
        return proxy;
    }

    private Map<String, String> environment(URI address, String store, String broker) {
        return parts.environment(address, store, broker, issuer);
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
