package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's own addresses, written in all the ways that have got past somebody. */
@Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTargetsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Each is tried with http and https, on the listener's port. */
    private static final List<String> AUTHORITIES = List.of(
            "127.0.0.1:{port}",
            "127.0.0.1.:{port}",
            "127.1:{port}",
            "127.0.1:{port}",
            "127.255.255.254:{port}",
            "127.0.0.2:{port}",
            "0.0.0.0:{port}",
            "0:{port}",
            "0.0:{port}",
            "2130706433:{port}",
            "02130706433:{port}",
            "4294967297:{port}",
            "0x7f000001:{port}",
            "0X7F000001:{port}",
            "0x7f.0.0.1:{port}",
            "0x7f.0x0.0x0.0x1:{port}",
            "0x7f.1:{port}",
            "017700000001:{port}",
            "0177.0.0.1:{port}",
            "0177.0.0.01:{port}",
            "00000177.0.0.1:{port}",
            "0177.1:{port}",
            "127.000.000.001:{port}",
            "127.0.0.1%00:{port}",
            "127。0。0。1:{port}",
            "127.0.0.1:{port}",
            "①②⑦.⓪.⓪.①:{port}",
            "localhost:{port}",
            "LOCALHOST:{port}",
            "LocalHost.:{port}",
            "ⓛocalhost:{port}",
            "foo.localhost:{port}",
            "localhost.localdomain:{port}",
            "ip6-localhost:{port}",
            "[::1]:{port}",
            "[0:0:0:0:0:0:0:1]:{port}",
            "[0000:0000:0000:0000:0000:0000:0000:0001]:{port}",
            "[::]:{port}",
            "[::127.0.0.1]:{port}",
            "[::7f00:1]:{port}",
            "[::ffff:127.0.0.1]:{port}",
            "[::ffff:7f00:1]:{port}",
            "[::FFFF:7F00:0001]:{port}",
            "[0:0:0:0:0:ffff:127.0.0.1]:{port}",
            "[::ffff:0:127.0.0.1]:{port}",
            "[::ffff:0.0.0.0]:{port}",
            "[64:ff9b::127.0.0.1]:{port}",
            "[64:ff9b::7f00:1]:{port}",
            "[64:ff9b:1::7f00:1]:{port}",
            "[64:ff9b:1:7f00:0:100::]:{port}",
            "[2002:7f00:1::]:{port}",
            "[2001:0:7f00:1::1]:{port}",
            "[::1%25lo]:{port}",
            "[::1%25]:{port}",
            "[fe80::1%25lo]:{port}",
            "[fec0::1]:{port}",
            "[fc00::1]:{port}",
            "[ff02::1]:{port}",
            "user@127.0.0.1:{port}",
            "user:password@localhost:{port}",
            "example.org@127.0.0.1:{port}",
            "example.org:443@127.0.0.1:{port}",
            "example.org%40127.0.0.1:{port}",
            "127.0.0.1:{port}@127.0.0.1:{port}",
            "127.0.0.1:{port}#@example.org",
            "127.0.0.1:{port}?@example.org",
            "127.0.0.1:{port}\\@example.org",
            "127.0.0.1:00{port}",
            "127.0.0.1:+{port}",
            "localhost:{port}.",
            "localhost\t:{port}",
            "169.254.169.254:{port}",
            "10.0.0.1:{port}",
            "192.168.0.1:{port}");

    private static final List<String> MAY_COME_TO_EXIST = List.of("localhost.localdomain", "ip6-localhost");

    private ServerSocket listener;
    private final AtomicInteger reached = new AtomicInteger();
    private final Exchange guarded = new Exchange(TIMEOUT, resolver(false));
    private final Exchange open = new Exchange(TIMEOUT, resolver(true));

    /** Whatever would go out into the world doesn't, in a test. */
    private static StayingHere resolver(boolean allowPrivate) {
        return new StayingHere(new GuardedResolver(allowPrivate, InetAddress::getAllByName));
    }

    @BeforeEach
    void aListenerOnAllAddressesOfThisMachine() throws IOException {
        listener = new ServerSocket(0);
        Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (var socket = listener.accept()) {
                reached.incrementAndGet();
                socket.getOutputStream()
                        .write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The next one, if it is still open.
            }
        }
    }

    @AfterEach
    void end() throws IOException {
        listener.close();
        guarded.destroy();
        open.destroy();
    }

    static Stream<String> urls() {
        return AUTHORITIES.stream().flatMap(authority -> Stream.of("http://" + authority, "https://" + authority));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void reachNoListenerOfThisMachine(String template) {
        var url = template.replace("{port}", String.valueOf(listener.getLocalPort())) + "/hook";
        var rule = new TargetRule(settings(false));
        // What can't be registered is tried all the same: the check when connecting must hold alone.
        rule.check(url).ifPresent(accepted -> assertThat(accepted.getHost()).isIn(MAY_COME_TO_EXIST));
        for (var target : readings(url)) {
            assertThat(guarded.post(new HttpPost(target)).taken()).isFalse();
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    void areManyAndSomeOfThemWouldReachIt() {
        assertThat(AUTHORITIES.stream().distinct()).hasSizeGreaterThanOrEqualTo(60);
        for (var host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.0.0.2")) {
            reached.set(0);
            open.post(new HttpPost(URI.create("http://" + host + ":" + listener.getLocalPort() + "/hook")));
            assertThat(reached).as(host).hasPositiveValue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void areNotFollowedTo(int status) throws IOException {
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + listener.getLocalPort() + "/hook");
            exchange.getResponseHeaders().add("Refresh", "0; url=http://127.0.0.1:" + listener.getLocalPort());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            var target = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
            assertThat(open.post(new HttpPost(target)).status()).isEqualTo(status);
            assertThat(reached).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    /** As strictly as it must be written, and as somebody might put it right. */
    private static List<URI> readings(String url) {
        return Stream.of(url, url.strip().replace("\t", "").replace('\\', '/'))
                .distinct()
                .flatMap(text -> {
                    try {
                        return Stream.of(new URI(text));
                    } catch (URISyntaxException e) {
                        return Stream.of();
                    }
                })
                .toList();
    }

    static WebhookSettings settings(boolean allowPrivate) {
        return new WebhookSettings(
                allowPrivate,
                Duration.ofSeconds(1),
                TIMEOUT,
                List.of(Duration.ofSeconds(5)),
                Duration.ofSeconds(5),
                Duration.ofDays(5),
                Duration.ofDays(1),
                URI.create("http://127.0.0.1:8083"));
    }

    private record StayingHere(GuardedResolver guarded) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = guarded.resolve(host);
            if (Arrays.stream(addresses).anyMatch(PublicAddresses::contain)) {
                throw new UnknownHostException("somewhere else");
            }
            return addresses;
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return Arrays.stream(resolve(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
