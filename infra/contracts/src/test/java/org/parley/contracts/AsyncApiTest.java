package org.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private static final String DEAD_LETTER = "deadLetter";

    private final JsonNode document = Contracts.asyncApi();
    private final JsonNode channels = document.path("channels");
    private final JsonNode operations = document.path("operations");
    private final JsonNode messages = document.path("components").path("messages");

    @Test
    void namesExactlyTheTypesThatExist() {
        var named = new TreeSet<>(messages.propertyNames());
        named.remove(DEAD_LETTER);

        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(named).isEqualTo(Contracts.types());
        assertThat(named).allSatisfy(type -> {
            assertThat(messages.at("/" + type + "/name").asString()).isEqualTo(type);
            assertThat(messages.at("/" + type + "/payload/$ref").asString()).isEqualTo("schemas/" + type + ".json");
        });
    }

    @Test
    void everyTypeTravelsOnOneTopic() {
        Map<String, Long> travels = channels.values().stream()
                .flatMap(channel -> channel.path("messages").propertyNames().stream())
                .filter(type -> !type.equals(DEAD_LETTER))
                .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));

        assertThat(travels.keySet()).isEqualTo(Contracts.types());
        assertThat(travels.values()).containsOnly(1L);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new TreeSet<String>();
        for (JsonNode reference : document.findValues("$ref")) {
            references.add(reference.asString());
        }
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(reference.replaceAll("^schemas/|\\.json$", "")).isIn(Contracts.types());
            }
        });
    }

    @Test
    void everyTopicSaysHowItIsCreated() {
        assertThat(channels.values()).hasSize(14).allSatisfy(channel -> {
            var kafka = channel.at("/bindings/kafka");
            var configuration = kafka.path("topicConfiguration");
            assertThat(kafka.path("topic")).isEqualTo(channel.path("address"));
            assertThat(kafka.path("partitions").asInt()).isPositive();
            assertThat(configuration.propertyNames())
                    .containsExactlyInAnyOrder(
                            "cleanup.policy", "retention.ms", "max.message.bytes", "message.timestamp.type");
            assertThat(configuration.path("max.message.bytes").asInt()).isEqualTo(2 << 20);
            // Figures are dated by the append time, so that a replay dates them alike.
            assertThat(configuration.path("message.timestamp.type").asString()).isEqualTo("LogAppendTime");
        });
    }

    @Test
    void domainTopicsAreKeptForEverAndIntakeForADay() {
        for (String domain : List.of("enrollment", "sessions", "referrals")) {
            assertThat(retention(domain)).isEqualTo(-1);
            assertThat(policy(domain)).isEqualTo("delete");
            assertThat(channels.at("/" + domain + "/bindings/kafka/partitions").asInt())
                    .isEqualTo(12);
        }
        assertThat(retention("intake")).isEqualTo(86_400_000);
        assertThat(policy("metrics")).isEqualTo("compact");
    }

    @Test
    void everyGroupThatReceivesHasItsDeadLetters() {
        Set<String> expected = operations.values().stream()
                .filter(operation -> operation.path("action").asString().equals("receive"))
                .filter(operation -> operation.has("bindings"))
                .map(operation -> address(operation) + "."
                        + operation.at("/bindings/kafka/groupId/const").asString() + ".dlq")
                .collect(Collectors.toSet());
        Set<String> deadLetters = channels.values().stream()
                .map(channel -> channel.path("address").asString())
                .filter(address -> address.endsWith(".dlq"))
                .collect(Collectors.toSet());

        assertThat(deadLetters).hasSize(8).isEqualTo(expected);
    }

    @Test
    void everyTopicHasASender() {
        Set<String> sentTo = operations.values().stream()
                .filter(operation -> operation.path("action").asString().equals("send"))
                .map(this::address)
                .collect(Collectors.toSet());

        assertThat(channels.values())
                .extracting(channel -> channel.path("address").asString())
                .containsExactlyInAnyOrderElementsOf(sentTo);
    }

    private String address(JsonNode operation) {
        return document.at(operation.at("/channel/$ref").asString().substring(1))
                .path("address")
                .asString();
    }

    private long retention(String channel) {
        return channels.at("/" + channel + "/bindings/kafka/topicConfiguration/retention.ms")
                .asLong();
    }

    private String policy(String channel) {
        return channels.at("/" + channel + "/bindings/kafka/topicConfiguration/cleanup.policy/0")
                .asString();
    }
}
