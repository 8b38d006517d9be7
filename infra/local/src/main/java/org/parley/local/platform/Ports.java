package org.parley.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;

/** Whether the ports of this machine are free for us. */
final class Ports {

    private Ports() {}

    /** Names every taken port and the setting that moves the part to another one. */
    static void check(Settings settings) {
        var taken = new ArrayList<String>();
        for (var part : settings.parts()) {
            var port = settings.port(part);
            if (!isFree(port)) {
                taken.add("Port %d (%s) is taken. Use another one: %s=%d"
                        .formatted(port, part.label(), part.setting(), free(port % 50_000 + 10_000)));
            }
        }
        if (!taken.isEmpty()) {
            throw new Stop(String.join(System.lineSeparator(), taken));
        }
    }

    /** A free port from this one on. */
    static int free(int from) {
        for (var port = from; port < 65_536; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new Stop("There is no free port.");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
