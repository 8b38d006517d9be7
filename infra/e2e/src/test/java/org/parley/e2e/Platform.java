package org.parley.e2e;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.testing.Backing;

/** All parts on free ports: nothing of it disturbs, or is disturbed by, a platform that {@code infra/up} runs. */
final class Platform implements AutoCloseable {

    private static final class Shared {
        static final Platform PLATFORM = new Platform(1);
    }

    private final String scope = Backing.newScope();
    private final Map<String, User> users = new HashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final URI issuer = freeAddress();
    private final ServiceProcess issuerProcess;
    private final Map<Service, List<ServiceProcess>> copies = new EnumMap<>(Service.class);
    private final Topics topics = new Topics(scope + ".");

    /** The one that tests share which leave it running. Starting one takes most of a minute. */
    static Platform shared() {
        return Shared.PLATFORM;
    }

    /** @param copiesOfEach how many of each service run side by side */
    Platform(int copiesOfEach) {
        for (var service : Service.values()) {
            copies.put(
                    service,
                    IntStream.rangeClosed(1, copiesOfEach)
                            .mapToObj(copy -> process(service, copy))
                            .toList());
        }
        issuerProcess = issuerProcess();
        all().forEach(ServiceProcess::begin);
        all().forEach(ServiceProcess::awaitReady);
    }

    /** Of one copy, each in turn. */
    URI address(Service service) {
        var all = copies.get(service);
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size())).address();
    }

    /** The copy that the issuer sends browsers to. */
    URI dashboard() {
        return copies.get(Service.REPORTING).getFirst().address();
    }

    ServiceProcess first(Service service) {
        return copies.get(service).getFirst();
    }

    Topics topics() {
        return topics;
    }

    /** @param client a test client of the local issuer */
    User as(String client) {
        return users.computeIfAbsent(client, id -> {
            var token = User.token(issuer, id).is(200).text("access_token");
            return new User(this, token);
        });
    }

    User withToken(String token) {
        return new User(this, token);
    }

    User withoutToken() {
        return new User(this, null);
    }

    /** What every part is told, in the words of the README. */
    Map<String, String> environment() {
        return Map.of(
                "PARLEY_MONGODB_URI", Backing.mongodbUri(),
                "PARLEY_KAFKA", Backing.kafka(),
                "PARLEY_TOPIC_PREFIX", scope + ".",
                "PARLEY_ISSUER", issuer.toString());
    }

    private Stream<ServiceProcess> all() {
        return Stream.concat(Stream.of(issuerProcess), copies.values().stream().flatMap(List::stream));
    }

    private ServiceProcess process(Service service, int copy) {
        var address = freeAddress();
        var environment = new HashMap<>(environment());
        environment.put("SERVER_PORT", Integer.toString(address.getPort()));
        environment.put("SPRING_MONGODB_DATABASE", scope + "-" + service.word());
        var jar = Checkout.file("%1$s/target/%1$s-0.1.0-SNAPSHOT.jar".formatted(service.module()));
        return new ServiceProcess(
                service.module(),
                address,
                java("-jar", jar.toString()),
                environment,
                log(service.module() + "-" + copy));
    }

    private ServiceProcess issuerProcess() {
        var jar = Checkout.file("infra/local/target/parley-local-0.1.0-SNAPSHOT.jar");
        return new ServiceProcess(
                "issuer",
                issuer,
                java(
                        "-cp",
                        jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*",
                        "org.parley.local.issuer.Issuer",
                        "--server.port=" + issuer.getPort(),
                        "--parley.issuer=" + issuer,
                        "--parley.data=" + Checkout.work("issuer"),
                        "--parley.dashboard=" + dashboard()),
                Map.of(),
                log("issuer"));
    }

    private Path log(String part) {
        return Checkout.work("logs").resolve(scope + "-" + part + ".log");
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Below the range of outgoing connections, so that none of them takes it while a part is down. */
    private static URI freeAddress() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return URI.create("http://127.0.0.1:" + port);
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free port");
    }

    @Override
    public void close() {
        topics.close();
        all().forEach(ServiceProcess::kill);
    }
}
