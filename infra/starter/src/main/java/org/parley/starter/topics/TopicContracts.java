package org.parley.starter.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The channels of `contracts/asyncapi.yaml` as topics: name, partitions, replicas and settings stand there and nowhere else. */
final class TopicContracts {

    private final Map<String, Map<?, ?>> bindings = new LinkedHashMap<>();

    TopicContracts() {
        try (var in = TopicContracts.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("contracts/asyncapi.yaml is not on the class path");
            }
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            map(document, "channels").values().forEach(value -> {
                var channel = (Map<?, ?>) value;
                bindings.put(String.valueOf(channel.get("address")), map(map(channel, "bindings"), "kafka"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NewTopic topic(String name, String physicalName) {
        var kafka = bindings.get(name);
        if (kafka == null) {
            throw new IllegalArgumentException("No channel with address " + name + " in contracts/asyncapi.yaml");
        }
        var settings = new LinkedHashMap<String, String>();
        map(kafka, "topicConfiguration").forEach((key, value) -> settings.put(String.valueOf(key), text(value)));
        return new NewTopic(physicalName, number(kafka, "partitions"), (short) number(kafka, "replicas"))
                .configs(settings);
    }

    private static String text(Object value) {
        return value instanceof Iterable<?> list
                ? String.join(
                        ",",
                        java.util.stream.StreamSupport.stream(list.spliterator(), false)
                                .map(String::valueOf)
                                .toList())
                : String.valueOf(value);
    }

    private static int number(Map<?, ?> map, String key) {
        return Integer.parseInt(String.valueOf(map.get(key)));
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
