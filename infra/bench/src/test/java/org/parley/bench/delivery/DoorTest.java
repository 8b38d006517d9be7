package org.parley.bench.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.bench.harness.Connection;

class DoorTest {

    private static final String BODY = "{\"referral\":\"r1\"}";

    private final List<Receipt> book = new CopyOnWriteArrayList<>();

    private Door door(Behaviour behaviour) throws IOException {
        var door = new Door("hook-000", book::add);
        door.behaves(behaviour);
        return door;
    }

    private static byte[] head(Connection connection, String secret) throws Exception {
        var seconds = Instant.now().getEpochSecond();
        return connection.head(
                "POST",
                "/",
                Webhook.UNBRANDED_MSG_ID_KEY,
                "hook-000/1",
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Long.toString(seconds),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                new Webhook(secret).sign("hook-000/1", seconds, BODY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"FINE", "ERROR", "GONE", "PATIENCE"})
    void answersAndWritesDown(Behaviour behaviour) throws Exception {
        try (var connection =
                new Connection(URI.create("http://127.0.0.1:" + door(behaviour).port()))) {
            var body = BODY.getBytes(StandardCharsets.UTF_8);
            assertThat(connection.send(head(connection, Hook.SECRET), body).status())
                    .isEqualTo(behaviour.status());
        }
        assertThat(book).singleElement().satisfies(receipt -> {
            assertThat(receipt.referral()).isEqualTo("r1");
            assertThat(receipt.signed()).isTrue();
            assertThat(Receipt.of(receipt.line())).isEqualTo(receipt);
        });
    }

    @Test
    void seesAForeignSignature() throws Exception {
        try (var connection = new Connection(
                URI.create("http://127.0.0.1:" + door(Behaviour.GONE).port()))) {
            var foreign = "whsec_" + "b3RoZXI".repeat(8);
            connection.send(head(connection, foreign), BODY.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(book).singleElement().matches(receipt -> !receipt.signed());
    }

    @Test
    void breaksTheConnection() throws Exception {
        try (var socket = new Socket("127.0.0.1", door(Behaviour.RESET).port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class);
        }
        assertThat(book).hasSize(1);
    }
}
