package org.parley.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All endpoints, in a process of their own, which is told how they behave and tells what came. */
public final class Receivers {

    private final Map<String, Door> doors = new ConcurrentHashMap<>();
    private final Queue<Receipt> book = new ConcurrentLinkedQueue<>();

    private Receivers() {}

    /** @param arguments the port at which it is told and tells */
    public static void main(String... arguments) throws IOException {
        var receivers = new Receivers();
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/behave", exchange -> answer(exchange, receivers::behave));
        server.createContext("/receipts", exchange -> answer(exchange, _ -> receivers.receipts()));
        server.createContext("/taken", exchange -> answer(exchange, _ -> receivers.taken()));
        server.start();
        System.out.println("ready");
    }

    /** Lines of center and behaviour; begins a new book, and says the port of each. */
    private String behave(String lines) {
        var ports = lines.lines()
                .map(line -> line.split(" ", -1))
                .map(words -> {
                    var door = doors.computeIfAbsent(words[0], this::open);
                    door.behaves(Behaviour.valueOf(words[1]));
                    return words[0] + " " + door.port();
                })
                .collect(Collectors.joining("\n"));
        book.clear();
        return ports;
    }

    private Door open(String center) {
        try {
            return new Door(center, book::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String receipts() {
        return book.stream().map(Receipt::line).collect(Collectors.joining("\n"));
    }

    /** How many deliveries were taken, each counted once. */
    private String taken() {
        return Long.toString(book.stream()
                .filter(receipt -> receipt.answered() == Behaviour.FINE.status())
                .map(Receipt::id)
                .distinct()
                .count());
    }

    private static void answer(HttpExchange exchange, UnaryOperator<String> reply) throws IOException {
        try (exchange) {
            var text = reply.apply(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
