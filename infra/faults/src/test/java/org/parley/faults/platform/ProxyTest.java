package org.parley.faults.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int NOT_IN_MILLIS = 300;

    private final BlockingQueue<Integer> received = new LinkedBlockingQueue<>();
    private ServerSocket echo;
    private Proxy proxy;

    @BeforeEach
    void startsAnEcho() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = new Proxy(echo.getLocalPort());
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    var socket = echo.accept();
                    Thread.ofVirtual().start(() -> answer(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void ends() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesOnInGoodWeather() throws IOException {
        try (var client = client()) {
            client.getOutputStream().write(7);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void takesLongerByWhatItIsTold() throws IOException {
        proxy.delay(Duration.ofMillis(100));
        try (var client = client()) {
            var began = System.nanoTime();
            client.getOutputStream().write(7);
            assertThat(client.getInputStream().read()).isEqualTo(7);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void breaksConnectionsAndTakesNewOnes() throws IOException {
        try (var client = client()) {
            client.getOutputStream().write(7);
            assertThat(client.getInputStream().read()).isEqualTo(7);
            proxy.cut();
            assertIsBroken(client);
        }
        passesOnInGoodWeather();
    }

    @Test
    void letsRequestsThroughAndSwallowsTheAnswers() throws IOException, InterruptedException {
        try (var client = client()) {
            client.getOutputStream().write(1);
            assertThat(client.getInputStream().read()).isEqualTo(1);
            assertThat(received.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(1);
            proxy.swallowAnswers();

            client.getOutputStream().write(2);

            assertThat(received.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(2);
            client.setSoTimeout(NOT_IN_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(PATIENCE_MILLIS);
            proxy.clear();
            assertIsBroken(client);
        }
        passesOnInGoodWeather();
    }

    private static void assertIsBroken(Socket client) {
        try {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            // the other way to learn it
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Socket client() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private void answer(Socket socket) {
        try (socket) {
            for (var read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                received.add(read);
                socket.getOutputStream().write(read);
            }
        } catch (IOException broken) {
            // as is asked for
        }
    }
}
