package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.referral.delivery.RudeServer.Manners;

/** Whatever an endpoint answers, it costs so much and no more. */
@Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExchangeTest {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final Duration LITTLE_MORE = Duration.ofSeconds(5);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final Exchange exchange = new Exchange(TIMEOUT, new GuardedResolver(true, InetAddress::getAllByName));

    @AfterEach
    void end() throws IOException {
        exchange.destroy();
    }

    private Answer post(RudeServer server) {
        var request = new HttpPost(URI.create(server.url()));
        request.setEntity(new StringEntity("{}"));
        return exchange.post(request);
    }

    @Test
    void readsNoMoreThanItMayOfAGigabyte() throws IOException {
        var sent = new AtomicLong();
        var block = new byte[64 * 1024];
        Manners gigabyte = out -> {
            RudeServer.send(out, OK + "Content-Length: 1073741824\r\n\r\n");
            while (sent.get() < 1_073_741_824) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        };
        try (var server = new RudeServer(gigabyte)) {
            var answer = post(server);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.bytes()).isEqualTo(65_536);
            await().untilAsserted(() -> assertThat(server.cutOff()).hasSize(1));
            assertThat(sent).as("sent into buffers").hasValueLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void waitsNoLongerThanItMayForABodyThatTrickles() throws IOException {
        Manners trickling = out -> {
            RudeServer.send(out, OK + "Content-Length: 1000000\r\n\r\n");
            RudeServer.trickle(out);
        };
        try (var server = new RudeServer(trickling)) {
            var answer = post(server);
            assertThat(answer.status()).as("it has answered").isEqualTo(200);
            assertThat(answer.took()).isBetween(TIMEOUT, LITTLE_MORE);
            await().untilAsserted(() -> assertThat(server.cutOff()).hasSize(1));
        }
    }

    @Test
    void waitsNoLongerThanItMayForHeadersThatTrickle() throws IOException {
        Manners trickling = out -> {
            RudeServer.send(out, OK + "X-Slow: ");
            RudeServer.trickle(out);
        };
        try (var server = new RudeServer(trickling)) {
            var answer = post(server);
            assertThat(answer.status()).isNull();
            assertThat(answer.error()).isEqualTo("TimeoutException");
            assertThat(answer.took()).isBetween(TIMEOUT, LITTLE_MORE);
        }
    }

    @Test
    void waitsNoLongerThanItMayForStatusesThatAreNone() throws IOException {
        Manners informing = out -> {
            while (true) {
                RudeServer.send(out, "HTTP/1.1 103 Early Hints\r\n\r\n");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        };
        try (var server = new RudeServer(informing)) {
            var answer = post(server);
            assertThat(answer.status()).isNull();
            assertThat(answer.took()).isLessThan(LITTLE_MORE);
        }
    }

    @Test
    void waitsNoLongerThanItMayForNothing() throws IOException {
        try (var server = new RudeServer(_ -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1)))) {
            var answer = post(server);
            assertThat(answer.status()).isNull();
            assertThat(answer.took()).isLessThan(LITTLE_MORE);
        }
    }

    @Test
    void unpacksNothing() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        Manners bomb = out -> {
            RudeServer.send(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            out.write(packed.toByteArray());
        };
        try (var server = new RudeServer(bomb)) {
            assertThat(post(server).bytes()).isEqualTo(packed.size());
            assertThat(server.requests().getFirst().toLowerCase(Locale.ROOT)).doesNotContain("accept-encoding");
        }
    }

    @Test
    void keepsNoHeadersWithoutAnEnd() throws IOException {
        Manners endless = out -> {
            RudeServer.send(out, OK);
            while (true) {
                RudeServer.send(out, "X-More: " + "x".repeat(1000) + "\r\n");
            }
        };
        try (var server = new RudeServer(endless)) {
            var answer = post(server);
            assertThat(answer.status()).isNull();
            assertThat(answer.error()).isEqualTo("MessageConstraintException");
        }
    }

    @Test
    void keepsNoLineWithoutAnEnd() throws IOException {
        Manners endless = out -> {
            RudeServer.send(out, OK + "X-Long: ");
            while (true) {
                RudeServer.send(out, "x".repeat(1000));
            }
        };
        try (var server = new RudeServer(endless)) {
            assertThat(post(server).error()).isEqualTo("MessageConstraintException");
        }
    }

    @Test
    void countsTheStatusWhenTheBodyBreaksOff() throws IOException {
        Manners breaking = out -> RudeServer.send(out, OK + "Content-Length: 100\r\n\r\nabc");
        try (var server = new RudeServer(breaking)) {
            var answer = post(server);
            assertThat(answer.taken()).isTrue();
            assertThat(answer.bytes()).isEqualTo(3);
        }
    }

    @Test
    void saysWhatWentWrongInstead() throws IOException {
        try (var server = new RudeServer(_ -> {})) {
            assertThat(post(server).error()).isEqualTo("NoHttpResponseException");
        }
        int free;
        try (var before = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = before.getLocalPort();
        }
        var nobody = new HttpPost(URI.create("http://127.0.0.1:" + free + "/"));
        assertThat(exchange.post(nobody).error()).isEqualTo("HttpHostConnectException");
    }

    @Test
    void takesAPatienceSeriouslyOnlyWhereItMeansThat() throws IOException {
        Manners teapot = out ->
                RudeServer.send(out, "HTTP/1.1 418 I'm a teapot\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        Manners busy = out ->
                RudeServer.send(out, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        try (var one = new RudeServer(teapot);
                var other = new RudeServer(busy)) {
            assertThat(post(one).retryAfter()).isNull();
            assertThat(post(other).retryAfter()).isEqualTo("120");
        }
    }

    @Test
    void leavesRoomForOthersHoweverManyHang() throws Exception {
        Manners hanging = _ -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
        Manners prompt = out -> RudeServer.send(out, "HTTP/1.1 204 No Content\r\n\r\n");
        try (var slow = new RudeServer(hanging);
                var quick = new RudeServer(prompt);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 40; n++) {
                threads.execute(() -> assertThat(post(slow).taken()).isFalse());
            }
            await().untilAsserted(() -> assertThat(slow.requests()).hasSize(40));
            var answer = post(quick);
            assertThat(answer.taken()).isTrue();
            assertThat(answer.took()).isLessThan(TIMEOUT);
        }
    }

    @Test
    void waitsNoLongerThanItMayForANameServer() throws IOException {
        var named =
                new Exchange(TIMEOUT, new GuardedResolver(true, new TimedLookup(ExchangeTest::looksForEver, TIMEOUT)));
        var answer = named.post(new HttpPost(URI.create("http://slow.example/")));
        assertThat(answer.status()).isNull();
        assertThat(answer.took()).isLessThan(LITTLE_MORE);
        named.destroy();
    }

    private static InetAddress[] looksForEver(String host) {
        LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
        return new InetAddress[0];
    }
}
