package org.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventTypesTest {

    /** What may be absent. Everything else is always there, as null where it has no value. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            Contracts.INTAKE,
            Set.of(
                    "/officer",
                    "/address",
                    "/address/line",
                    "/address/city",
                    "/address/zip",
                    "/incidentNumber",
                    "/contacts",
                    "/urgency",
                    "/language"),
            "org.parley.metric.figure.v1",
            Set.of("/dimensions/command", "/dimensions/type"));

    static SortedSet<String> types() {
        return Contracts.types();
    }

    @Test
    void everyTypeHasAnExampleAndEveryExampleAType() {
        assertThat(Contracts.examples()).isNotEmpty().isEqualTo(Contracts.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void exampleFitsItsSchema(String type) {
        assertThat(Contracts.schema(type).validate(Contracts.example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesAnUnknownFieldAnywhere(String type) {
        for (String pointer : objects(Contracts.example(type))) {
            var changed = Contracts.example(type);
            ((ObjectNode) changed.at(pointer)).put("x-unknown", "x");
            assertThat(Contracts.schema(type).validate(changed))
                    .as("unknown field at '%s'", pointer)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void missesNothingButWhatIsOptional(String type) {
        var mayBeAbsent = new TreeSet<String>();
        for (String pointer : objects(Contracts.example(type))) {
            for (String field : Contracts.example(type).at(pointer).propertyNames()) {
                var changed = Contracts.example(type);
                ((ObjectNode) changed.at(pointer)).remove(field);
                if (Contracts.schema(type).validate(changed).isEmpty()) {
                    mayBeAbsent.add(pointer + "/" + field);
                }
            }
        }
        assertThat(mayBeAbsent).containsExactlyInAnyOrderElementsOf(OPTIONAL.getOrDefault(type, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesAnotherKindOfValueAnywhere(String type) {
        for (String pointer : objects(Contracts.example(type))) {
            for (String field : Contracts.example(type).at(pointer).propertyNames()) {
                var changed = Contracts.example(type);
                ((ObjectNode) changed.at(pointer)).putArray(field).addArray();
                assertThat(Contracts.schema(type).validate(changed))
                        .as("[[]] at '%s/%s'", pointer, field)
                        .isNotEmpty();
            }
        }
    }

    private static List<String> objects(JsonNode root) {
        var pointers = new ArrayList<String>();
        collect(root, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> into) {
        if (node.isObject()) {
            into.add(pointer);
            node.forEachEntry((name, child) -> collect(child, pointer + "/" + name, into));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, into);
            }
        }
    }
}
