package org.parley.faults.receiver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.parley.faults.history.Delivery;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Takes webhooks at {@code http://127.0.0.1:PORT/hooks/CENTER}. It may be killed at any time and started again with the
 * same arguments; deliveries that it had not written down were not answered, and come again.
 */
@CommandLine.Command(name = "receiver")
public final class Receiver implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--file", required = true, description = "where deliveries are written down")
    private Path file = Path.of("");

    @Option(names = "--secret", split = ",", splitSynopsisLabel = ",", description = "CENTER:whsec_…, once per center")
    private List<String> secrets = List.of();

    @Option(names = "--refuse", defaultValue = "3", description = "percent of deliveries refused at first")
    private int refuse;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--ends-with-parent")
    private boolean endsWithParent;

    /** The command line of a receiver that ends with this process. */
    public static List<String> command(int port, Path file, long seed, Map<String, String> secrets) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Receiver.class.getName(),
                "--ends-with-parent",
                "--port=" + port,
                "--file=" + file,
                "--seed=" + seed));
        secrets.forEach((center, secret) -> command.add("--secret=" + center + ":" + secret));
        return command;
    }

    public static void main(String... arguments) {
        // Otherwise small answers wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var code = new CommandLine(new Receiver()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns while the server runs on. */
    @Override
    public Integer call() throws IOException {
        if (endsWithParent) {
            endWithParent();
        }
        var server = start(port, secretsByCenter(), file, seed, refuse);
        System.out.println("receiver ready on 127.0.0.1:" + server.getAddress().getPort());
        return 0;
    }

    static HttpServer start(int port, Map<String, String> secrets, Path file, long seed, int refuse)
            throws IOException {
        var before = Deliveries.read(file).stream().map(Delivery::webhookId).collect(Collectors.toSet());
        var hooks = new Hooks(secrets, new Whim(seed, refuse, before), Deliveries.open(file)::add);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(Hooks.PATH, hooks);
        server.start();
        return server;
    }

    private Map<String, String> secretsByCenter() {
        var byCenter = new LinkedHashMap<String, String>();
        for (var secret : secrets) {
            var colon = secret.indexOf(':');
            byCenter.put(secret.substring(0, colon), secret.substring(colon + 1));
        }
        return byCenter;
    }

    /** Standard input comes to its end when the parent is gone, even if it was killed. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException gone) {
                // the same as the end
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
