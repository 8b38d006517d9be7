package org.parley.faults.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.faults.history.Delivery;
import org.parley.processes.Child;
import org.parley.processes.FreePort;

class ReceiverTest {

    private static final String SECRET = "whsec_" + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String BODY =
            "{\"type\": \"org.parley.inbox.offer.v1\", \"data\": {\"referral\": \"6d0b7f3c-0c53-4c0e-9a51-7f3d4f3a2b10\"}}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private @Nullable HttpServer server;

    @AfterEach
    void ends() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void writesDownWhatItTakes() throws Exception {
        server = Receiver.start(0, Map.of("nypi", SECRET), file(), 1, 0);

        assertThat(deliver("nypi/1", SECRET).statusCode()).isEqualTo(204);

        assertThat(Deliveries.read(file())).singleElement().satisfies(delivery -> {
            assertThat(delivery.center()).isEqualTo("nypi");
            assertThat(delivery.webhookId()).isEqualTo("nypi/1");
            assertThat(delivery.type()).isEqualTo("org.parley.inbox.offer.v1");
            assertThat(delivery.referral()).isEqualTo("6d0b7f3c-0c53-4c0e-9a51-7f3d4f3a2b10");
            assertThat(delivery.signed()).isTrue();
            assertThat(delivery.body()).isEqualTo(BODY);
            assertThat(delivery.answered()).isEqualTo(204);
        });
    }

    @Test
    void doesNotAnswerBeforeItHasWritten() throws Exception {
        var asked = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(Hooks.PATH, new Hooks(Map.of("nypi", SECRET), new Whim(1, 0, Set.of()), _ -> {
            asked.countDown();
            await(written);
        }));
        server.start();

        var answer = HTTP.sendAsync(request("nypi/1", SECRET), BodyHandlers.ofString());
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
        written.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    }

    @Test
    void takesNothingThatIsNotSigned() throws Exception {
        server = Receiver.start(0, Map.of("nypi", SECRET), file(), 1, 0);

        assertThat(deliver("nypi/1", SECRET.replace("MDEy", "MDEx")).statusCode())
                .isEqualTo(401);

        assertThat(Deliveries.read(file()))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.signed()).isFalse());
    }

    @Test
    void refusesAFewOnceTheSameForASeed() throws Exception {
        server = Receiver.start(0, Map.of("nypi", SECRET), file(), 1, 50);

        var first = answers();

        assertThat(first).contains(204).containsAnyOf(500, 503);
        assertThat(answers()).containsOnly(204);
        assertThat(Deliveries.read(file())).hasSize(40);
    }

    @Test
    void goesOnAfterATornLine() throws Exception {
        var delivery = new Delivery("nypi", "nypi/1", "type", "referral", true, BODY, 503, Instant.now());
        try (var deliveries = Deliveries.open(file())) {
            deliveries.add(delivery);
        }
        Files.writeString(file(), "{\"center\": \"nypi\", \"webh", StandardOpenOption.APPEND);
        assertThat(Deliveries.read(file())).containsExactly(delivery);

        server = Receiver.start(0, Map.of("nypi", SECRET), file(), 1, 100);

        // Known from before: it was refused once already.
        assertThat(deliver("nypi/1", SECRET).statusCode()).isEqualTo(204);
        assertThat(Deliveries.read(file())).hasSize(2).first().isEqualTo(delivery);
    }

    @Test
    void keepsThroughAKillWhatItHasAnswered() throws Exception {
        var port = FreePort.any();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Receiver.class.getName(),
                "--ends-with-parent",
                "--port=" + port,
                "--file=" + file(),
                "--secret=cms:" + SECRET,
                "--secret=nypi:" + SECRET,
                "--refuse=0");
        try (var receiver = new Child("receiver", command, Map.of(), folder.resolve("receiver.log"))) {
            for (var id : List.of("nypi/1", "nypi/2")) {
                receiver.begin().awaitLine("receiver ready on 127.0.0.1:" + port, Duration.ofSeconds(60));
                assertThat(HTTP.send(request(port, id, SECRET), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(204);
                receiver.kill();
            }
        }

        assertThat(Deliveries.read(file())).extracting(Delivery::webhookId).containsExactly("nypi/1", "nypi/2");
    }

    private List<Integer> answers() {
        return IntStream.range(0, 20)
                .mapToObj(n -> {
                    try {
                        return deliver("nypi/" + n, SECRET).statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private HttpResponse<String> deliver(String id, String secret) throws Exception {
        return HTTP.send(request(id, secret), BodyHandlers.ofString());
    }

    private HttpRequest request(String id, String secret) throws Exception {
        return request(requireNonNull(server).getAddress().getPort(), id, secret);
    }

    private static HttpRequest request(int port, String id, String secret) throws Exception {
        var seconds = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/nypi"))
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", new Webhook(secret).sign(id, seconds, BODY))
                .POST(BodyPublishers.ofString(BODY, UTF_8))
                .build();
    }

    private Path file() {
        return folder.resolve("deliveries.jsonl");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
