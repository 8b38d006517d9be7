package org.parley.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The store and the broker that somebody else runs. */
final class NamedServers {

    private static final int TIMEOUT_MILLIS = 3_000;

    private NamedServers() {}

    /** Better said now than by a service that never becomes ready. */
    static void check(Settings settings) {
        if (settings.kafka() != null) {
            check("PARLEY_KAFKA", hosts(settings.kafka()), 9092);
        }
        // the other scheme names a DNS record
        if (settings.mongodbUri() != null && settings.mongodbUri().startsWith("mongodb://")) {
            check("PARLEY_MONGODB_URI", hosts(settings.mongodbUri()), 27017);
        }
    }

    /** {@code scheme://name:password@host:port,host:port/path} without what is not a host. */
    static List<String> hosts(String address) {
        var hosts = address.replaceFirst("^[a-z]+://", "").replaceFirst("[/?].*$", "");
        return Arrays.asList(hosts.substring(hosts.lastIndexOf('@') + 1).split(",", -1));
    }

    private static void check(String setting, List<String> hosts, int usualPort) {
        if (hosts.stream().noneMatch(host -> answers(host, usualPort))) {
            throw new Stop("%s names %s, and nothing answers there.".formatted(setting, String.join(", ", hosts)));
        }
    }

    private static boolean answers(String host, int usualPort) {
        var colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
        var name = colon < 0 ? host : host.substring(0, colon);
        try {
            var port = colon < 0 ? usualPort : Integer.parseInt(host.substring(colon + 1));
            for (var address : InetAddress.getAllByName(name)) {
                if (answers(new InetSocketAddress(address, port))) {
                    return true;
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // no answer, either
        }
        return false;
    }

    private static boolean answers(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
