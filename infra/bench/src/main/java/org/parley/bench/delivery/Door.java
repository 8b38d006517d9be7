package org.parley.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One endpoint: a port of its own, and what it does with whatever comes there. */
final class Door {

    /** In seconds. */
    static final int PATIENCE = 10;

    private static final Pattern REFERRAL = Pattern.compile("\"referral\":\"([^\"]*)\"");
    private static final int BACKLOG = 64;

    private final String center;
    private final ServerSocket socket;
    private final Consumer<Receipt> book;
    private volatile Behaviour behaviour = Behaviour.FINE;

    Door(String center, Consumer<Receipt> book) throws IOException {
        this.center = center;
        this.book = book;
        this.socket = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void behaves(Behaviour next) {
        behaviour = next;
    }

    private void accept() {
        while (true) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            while (take(in, connection)) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // Whoever delivers may break the connection, and does when it hangs.
        }
    }

    /** False when there is no more to come, or nobody to say it to. */
    private boolean take(InputStream in, Socket connection) throws IOException {
        if (line(in).isEmpty()) {
            return false;
        }
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new String(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), UTF_8);
        var at = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        var now = behaviour;
        var referral = REFERRAL.matcher(body);
        book.accept(new Receipt(
                center,
                headers.getOrDefault(Webhook.UNBRANDED_MSG_ID_KEY, "-"),
                referral.find() ? referral.group(1) : "-",
                at,
                now.status(),
                isSigned(headers, body)));
        return switch (now) {
            case FINE, ERROR, GONE -> answer(connection, now.status(), "");
            case PATIENCE -> answer(connection, now.status(), "Retry-After: " + PATIENCE + "\r\n");
            case HANG -> in.read() >= 0;
            case RESET -> reset(connection);
        };
    }

    private static boolean answer(Socket connection, int status, String header) throws IOException {
        var length = status == 204 ? "" : "Content-Length: 0\r\n";
        connection
                .getOutputStream()
                .write(("HTTP/1.1 " + status + " -\r\n" + header + length + "\r\n").getBytes(UTF_8));
        return true;
    }

    private static boolean reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        return false;
    }

    private static boolean isSigned(Map<String, String> headers, String body) {
        var signature = Stream.of(
                        Webhook.UNBRANDED_MSG_ID_KEY,
                        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                        Webhook.UNBRANDED_MSG_SIGNATURE_KEY)
                .collect(Collectors.toMap(name -> name, name -> List.of(headers.getOrDefault(name, ""))));
        try {
            new Webhook(Hook.SECRET).verify(body, signature);
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException | RuntimeException e) {
            return false;
        }
    }

    /** Empty also at the end. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
