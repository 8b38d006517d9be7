package org.parley.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.processes.Checkout;
import org.parley.processes.Child;
import org.parley.processes.FreePort;
import org.parley.processes.HttpPart;
import org.parley.processes.Program;
import org.parley.processes.Recording;
import org.parley.processes.Service;
import org.parley.testing.Backing;

/** All parts on free ports: nothing of it disturbs, or is disturbed by, a platform that {@code infra/up} runs. */
final class Platform implements AutoCloseable {

    private static final class Shared {
        static final Platform PLATFORM = new Platform(1);
    }

    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String scope = Backing.newScope();
    private final Map<String, String> settings;
    private final Map<String, User> users = new HashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final URI issuer = freeAddress();
    private final URI phonesAddress = freeAddress();
    private final HttpPart issuerProcess;
    private final Map<Service, List<HttpPart>> copies = new EnumMap<>(Service.class);
    private final Topics topics = new Topics(scope + ".");
    private final Wire phones;

    /** The one that tests share which leave it running. Starting one takes most of a minute. */
    static Platform shared() {
        return Shared.PLATFORM;
    }

    /** @param copiesOfEach how many of each service run side by side */
    Platform(int copiesOfEach) {
        this(copiesOfEach, Map.of());
    }

    /** @param settings of every service, in the environment */
    Platform(int copiesOfEach, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        for (var service : Service.values()) {
            copies.put(
                    service,
                    IntStream.rangeClosed(1, copiesOfEach)
                            .mapToObj(copy -> process(service, copy))
                            .toList());
        }
        phones = new Wire(phonesAddress, copies.get(Service.SESSION).getFirst().address());
        issuerProcess = issuerProcess();
        all().forEach(HttpPart::begin);
        all().forEach(HttpPart::awaitReady);
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

    /** The same, for the pages of referral-service. */
    URI referrals() {
        return copies.get(Service.REFERRAL).getFirst().address();
    }

    /** The same, for the pages of session-service: over a line that can be cut. */
    URI sessions() {
        return phonesAddress;
    }

    /** The same, for the pages of enrollment-service. */
    URI enrollment() {
        return copies.get(Service.ENROLLMENT).getFirst().address();
    }

    Wire phones() {
        return phones;
    }

    HttpPart first(Service service) {
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

    private Stream<HttpPart> all() {
        return Stream.concat(Stream.of(issuerProcess), copies.values().stream().flatMap(List::stream));
    }

    private HttpPart process(Service service, int copy) {
        var address = freeAddress();
        var environment = new HashMap<>(environment());
        environment.putAll(settings);
        // Receivers of webhooks are on this machine, too.
        environment.put("PARLEY_WEBHOOKS_ALLOWPRIVATE", "true");
        environment.put("PARLEY_WEBHOOKS_PUBLICURL", address.toString());
        environment.put("PARLEY_ENROLLMENT_PUBLICADDRESS", address.toString());
        environment.put("PARLEY_REFERRAL_SESSIONSERVICE", sessions().toString());
        environment.put("SERVER_PORT", Integer.toString(address.getPort()));
        environment.put("SPRING_MONGODB_DATABASE", scope + "-" + service.word());
        var program = Program.service(Checkout.root(), service.module());
        return part(service.module(), service.module() + "-" + copy, address, program, environment, List.of());
    }

    private HttpPart issuerProcess() {
        var program = Program.local(Checkout.root(), "issuer", "org.parley.local.issuer.Issuer");
        var arguments = List.of(
                "--ends-with-parent",
                "--server.port=" + issuer.getPort(),
                "--parley.issuer=" + issuer,
                "--parley.data=" + Work.folder("issuer"),
                "--parley.dashboard=" + dashboard(),
                "--parley.referrals=" + referrals(),
                "--parley.sessions=" + sessions(),
                "--parley.enrollment=" + enrollment());
        return part("issuer", "issuer", issuer, program, Map.of(), arguments);
    }

    private HttpPart part(
            String name,
            String copy,
            URI address,
            Program program,
            Map<String, String> environment,
            List<String> arguments) {
        var command = new ArrayList<>(program.command(OPTIONS, Recording.existing(program)));
        command.addAll(arguments);
        var log = Work.folder("logs").resolve(scope + "-" + copy + ".log");
        return new HttpPart(new Child(name, command, environment, log), address);
    }

    private static URI freeAddress() {
        return URI.create("http://127.0.0.1:" + FreePort.any());
    }

    @Override
    public void close() {
        topics.close();
        phones.close();
        all().forEach(HttpPart::kill);
    }
}
