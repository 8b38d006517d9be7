package org.parley.peer.streams;

import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** The program; its settings are the environment's PARLEY_KAFKA and PEER_…. */
final class StreamsPeer {

    private StreamsPeer() {}

    public static void main(String... arguments) throws InterruptedException {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, setting("PEER_GROUP"));
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, setting("PARLEY_KAFKA"));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, setting("PEER_DATA"));
        settings.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                Objects.requireNonNullElse(System.getenv("PEER_THREADS"), "1"));
        settings.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "earliest");
        var streams = new KafkaStreams(Counting.topology(setting("PEER_TOPIC"), setting("PEER_RESULT")), settings);
        streams.setUncaughtExceptionHandler(problem -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        var ended = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                System.out.println("streams ready");
            }
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                ended.countDown();
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "streams-shutdown"));
        streams.start();
        ended.await();
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
