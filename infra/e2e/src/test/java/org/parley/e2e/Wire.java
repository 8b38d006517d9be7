package org.parley.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a service that can be cut, as a phone's is in a basement: nobody is there then, and what is under way ends. */
final class Wire implements AutoCloseable {

    private final URI from;
    private final URI to;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /** @param from an address of this machine that nobody listens at */
    Wire(URI from, URI to) {
        this.from = from;
        this.to = to;
        this.door = opened();
    }

    URI address() {
        return from;
    }

    synchronized void cut() {
        shut();
    }

    synchronized void mend() {
        if (door.isClosed()) {
            door = opened();
        }
    }

    private ServerSocket opened() {
        try {
            var open = new ServerSocket();
            open.setReuseAddress(true);
            open.bind(new InetSocketAddress(from.getHost(), from.getPort()));
            Thread.startVirtualThread(() -> accept(open));
            return open;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                join(open.accept(), open);
            } catch (IOException e) {
                // cut
            }
        }
    }

    private void join(Socket near, ServerSocket open) {
        ends.add(near);
        try {
            var far = new Socket(to.getHost(), to.getPort());
            ends.add(far);
            if (open.isClosed()) {
                end(near);
                end(far);
                return;
            }
            Thread.startVirtualThread(() -> carry(near, far));
            Thread.startVirtualThread(() -> carry(far, near));
        } catch (IOException e) {
            // nobody behind it
            end(near);
        }
    }

    private void carry(Socket one, Socket other) {
        try {
            one.getInputStream().transferTo(other.getOutputStream());
        } catch (IOException e) {
            // an end is gone
        } finally {
            end(one);
            end(other);
        }
    }

    private void end(Socket socket) {
        ends.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it was closed
        }
    }

    private void shut() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.forEach(this::end);
    }

    @Override
    public synchronized void close() {
        shut();
    }
}
