package org.parley.testing;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One reader and one writer for all tests of a JVM: to make one takes longer than what a test does with it. */
final class TopicClients {

    private static final class Writer {
        static final Producer<String, byte[]> ONLY = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", Backing.kafka(), "acks", "all", "max.request.size", 8 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static @Nullable Consumer<String, byte[]> reader;

    private TopicClients() {}

    static Producer<String, byte[]> writer() {
        return Writer.ONLY;
    }

    /** One after the other. A reader that failed, or whose test ran out of time, reads no more. */
    static synchronized <T> T reading(Function<Consumer<String, byte[]>, T> work) {
        var mine = reader == null ? newReader() : reader;
        reader = null;
        try {
            var found = work.apply(mine);
            reader = mine;
            return found;
        } finally {
            if (reader == null) {
                mine.close();
            }
        }
    }

    private static Consumer<String, byte[]> newReader() {
        return new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Backing.kafka(), "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
