package org.parley.faults.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.parley.processes.FreePort;

/** Stands between a service and its store or broker, and can spoil what passes. */
public final class Proxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final int port = FreePort.any();
    private final int target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private volatile long delayMillis;
    private volatile boolean swallowing;

    Proxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(port, 128, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + port).start(this::accept);
    }

    int port() {
        return port;
    }

    /** Everything takes so much longer, each way. */
    public void delay(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Breaks all connections; new ones may be made at once. */
    public void cut() {
        connections.forEach(Connection::close);
    }

    /** Requests go through and no answer comes back, until it is cleared. */
    public void swallowAnswers() {
        swallowing = true;
    }

    /** Good weather again. A connection that has lost an answer can't be used any more, so it breaks. */
    public void clear() {
        delayMillis = 0;
        if (swallowing) {
            swallowing = false;
            connections.stream().filter(one -> one.lostAnswers).forEach(Connection::close);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            var upstream = new Socket();
            upstream.connect(
                    new java.net.InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), target), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var connection = new Connection(client, upstream);
            connections.add(connection);
            Thread.ofVirtual().start(() -> connection.pump(client, upstream, false));
            connection.pump(upstream, client, true);
        } catch (IOException refused) {
            close(client);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // that is what was wanted
        }
    }

    private final class Connection {

        private final Socket client;
        private final Socket upstream;
        private volatile boolean lostAnswers;

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void pump(Socket from, Socket to, boolean answers) {
            var buffer = new byte[16 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (delayMillis > 0) {
                        TimeUnit.MILLISECONDS.sleep(delayMillis);
                    }
                    if (answers && (swallowing || lostAnswers)) {
                        lostAnswers = true;
                    } else {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException broken) {
                // the other side learns it below
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        void close() {
            connections.remove(this);
            Proxy.close(client);
            Proxy.close(upstream);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException closed) {
            // that is what was wanted
        }
        cut();
    }
}
