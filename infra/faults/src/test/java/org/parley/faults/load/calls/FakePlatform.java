package org.parley.faults.load.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.processes.Service;

/** An issuer and services in one, that answers as it is told; and DONE when it isn't told anything more. */
public final class FakePlatform implements AutoCloseable {

    /** No answer: the connection ends. */
    static final int DROP = 0;
    /** No answer: the connection stays. */
    static final int HANG = 1;

    private final HttpServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore arrivals = new Semaphore(0);
    private final int usual;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();

    public FakePlatform(Integer... answers) throws IOException {
        this(200, answers);
    }

    /** It takes everything and answers nothing. */
    public static FakePlatform silent() throws IOException {
        return new FakePlatform(HANG, new Integer[0]);
    }

    private FakePlatform(int usual, Integer[] answers) throws IOException {
        this.usual = usual;
        this.answers.addAll(Arrays.asList(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", this::token);
        server.createContext("/v1", this::answer);
        server.start();
    }

    public Doors doors() {
        return doors(List.of(address()));
    }

    Doors doors(List<URI> copies) {
        return new Doors(
                address(),
                Map.of(
                        Service.ENROLLMENT, copies,
                        Service.SESSION, copies,
                        Service.REFERRAL, copies,
                        Service.REPORTING, copies),
                "127.0.0.1:1",
                Doors.INTAKE);
    }

    /** Returns when so many more have arrived. */
    public void awaitRequests(int count) throws InterruptedException {
        arrivals.acquire(count);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\": \"token-%d\"}".formatted(tokens.incrementAndGet()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        arrivals.release();
        exchange.getRequestBody().readAllBytes();
        var told = Objects.requireNonNullElse(answers.poll(), usual);
        switch (told) {
            case DROP -> exchange.close();
            case HANG -> await(exchange);
            default -> answer(exchange, told, "{\"said\": %d}".formatted(told));
        }
    }

    private void await(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
