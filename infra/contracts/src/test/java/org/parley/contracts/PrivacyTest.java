package org.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What leaves a service has no place where something personal could stand. */
class PrivacyTest {

    private static final Set<String> PERSONAL = Set.of(
            "name",
            "phone",
            "email",
            "address",
            "street",
            "line",
            "zip",
            "city",
            "contact",
            "contacts",
            "birth",
            "tax",
            "incident",
            "reference",
            "narrative",
            "note",
            "notes",
            "comment",
            "comments",
            "text",
            "description");

    /** Only says through whom, not how. */
    private static final Set<String> HARMLESS = Set.of("contactVia");

    static Stream<String> published() {
        return Stream.concat(Contracts.types().stream(), Stream.of("common")).filter(t -> !t.equals(Contracts.INTAKE));
    }

    @ParameterizedTest
    @MethodSource("published")
    void noPropertyIsCalledLikeSomethingPersonal(String schema) {
        assertThat(properties(Contracts.schemaText(schema)))
                .allSatisfy(property -> assertThat(wordsOf(property)).doesNotContainAnyElementsOf(PERSONAL));
    }

    /** Free text is where names end up, so every string is an enum, a constant, a date or bound by a pattern. */
    @ParameterizedTest
    @MethodSource("published")
    void noStringIsFreeText(String schema) {
        assertThat(openStrings(Contracts.schemaText(schema), "")).isEmpty();
    }

    private static SortedSet<String> properties(JsonNode schema) {
        var names = new TreeSet<String>();
        for (JsonNode properties : schema.findValues("properties")) {
            names.addAll(properties.propertyNames());
        }
        names.removeAll(HARMLESS);
        return names;
    }

    private static Iterable<String> wordsOf(String property) {
        return Arrays.stream(property.split("(?=[A-Z])|[_-]"))
                .map(String::toLowerCase)
                .toList();
    }

    private static SortedSet<String> openStrings(JsonNode node, String pointer) {
        var open = new TreeSet<String>();
        // Beside a $ref, `type: string` only takes null away; what the string may be stands in common.json.
        boolean narrowsARef = pointer.matches(".*/properties/[A-Za-z]+/properties/[A-Za-z]+");
        if (node.path("type").toString().contains("\"string\"") && !narrowsARef) {
            boolean bound = node.has("enum")
                    || node.has("const")
                    || node.has("pattern")
                    || node.path("format").asString("").equals("date");
            if (!bound) {
                open.add(pointer);
            }
        }
        if (node.isObject()) {
            node.forEachEntry((name, child) -> open.addAll(openStrings(child, pointer + "/" + name)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            open.addAll(openStrings(node.get(i), pointer + "/" + i));
        }
        return open;
    }
}
