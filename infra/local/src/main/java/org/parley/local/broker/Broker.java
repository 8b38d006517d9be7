package org.parley.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.parley.local.Options;
import org.parley.local.Parent;

/**
 * Broker and controller in one process, on 127.0.0.1 only:
 * {@code --port=9092 --controller-port=9093 --data=FOLDER [--ends-with-parent] [--behind=LISTENS:TOLD,…]}. Each pair of
 * {@code --behind} is one more port it listens on, and the port that clients of it are told to use instead: of something
 * that stands in between.
 */
public final class Broker {

    private static final int NODE = 1;

    private Broker() {}

    public static void main(String... arguments) throws Exception {
        var options = Options.of(arguments);
        if (options.has("ends-with-parent")) {
            Parent.endWithIt();
        }
        var port = options.port("port");
        var data = options.path("data");
        format(data);
        var settings = new HashMap<>(settings(port, options.port("controller-port"), data));
        var behind = options.values().get("behind");
        if (behind != null) {
            listenBehind(settings, behind.split(",", -1));
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        System.out.println("broker ready on 127.0.0.1:" + port);
        server.awaitShutdown();
    }

    /** Once per data folder: what is formatted keeps its cluster id and its records. */
    private static void format(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .run();
    }

    private static void listenBehind(Map<String, String> settings, String... pairs) {
        var listeners = new StringBuilder(settings.get("listeners"));
        var advertised = new StringBuilder(settings.get("advertised.listeners"));
        var protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        for (var n = 0; n < pairs.length; n++) {
            var ports = pairs[n].split(":", 2);
            listeners.append(",BEHIND%d://127.0.0.1:%s".formatted(n, ports[0]));
            advertised.append(",BEHIND%d://127.0.0.1:%s".formatted(n, ports[1]));
            protocols.append(",BEHIND%d:PLAINTEXT".formatted(n));
        }
        settings.put("listeners", listeners.toString());
        settings.put("advertised.listeners", advertised.toString());
        settings.put("listener.security.protocol.map", protocols.toString());
    }

    private static Map<String, String> settings(int port, int controllerPort, Path data) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("log.dirs", data.toString()),
                // Topics come from the contracts; a misspelt name must fail.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "2"),
                // A killed broker may register again only after its old session has ended.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Sized for one machine and 256 MB of heap; the cleaner alone would take 128 MB.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("log.cleaner.io.buffer.size", "262144"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("log.segment.bytes", "134217728"),
                Map.entry("log.index.size.max.bytes", "1048576"));
    }
}
