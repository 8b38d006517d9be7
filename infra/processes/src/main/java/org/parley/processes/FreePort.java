package org.parley.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports that a part can be started on, and started again. No two parts get the same one, though they listen only later:
 * each process that gives ports has a block to itself, which it marks by listening on its first port.
 */
public final class FreePort {

    /** Below the range from which systems take the ports of outgoing connections: none of them can sit on it later. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int BLOCK = 100;

    private static @Nullable ServerSocket mark;
    private static int next;

    private FreePort() {}

    public static synchronized int any() {
        for (var attempt = 0; attempt < 1_000; attempt++) {
            if (mark == null || next >= mark.getLocalPort() + BLOCK) {
                mark = markedBlock();
                next = mark.getLocalPort() + 1;
            }
            var port = next++;
            try (var _ = listening(port)) {
                return port;
            } catch (IOException taken) {
                // by somebody who does not ask here
            }
        }
        throw new IllegalStateException("no free port between " + FROM + " and " + TO);
    }

    /** Kept for as long as this process lives, also when the block is used up: its parts may be started again. */
    private static ServerSocket markedBlock() {
        for (var attempt = 0; attempt < 1_000; attempt++) {
            var block = ThreadLocalRandom.current().nextInt((TO - FROM) / BLOCK);
            try {
                return listening(FROM + block * BLOCK);
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free block of ports between " + FROM + " and " + TO);
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }
}
