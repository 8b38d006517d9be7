package org.parley.faults.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and compares JSON by what it means: null is missing, 8 is 8.0, and instants have milliseconds. */
final class Json {

    private Json() {}

    static boolean isThere(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Empty where there is none. */
    static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    static @Nullable Instant instant(JsonNode node, String field) {
        return plain(node.path(field)) instanceof Instant instant ? instant : null;
    }

    static Stream<JsonNode> items(JsonNode node, String field) {
        return node.path(field).valueStream();
    }

    static boolean same(JsonNode one, JsonNode other) {
        return Objects.equals(plain(one), plain(other));
    }

    /** Of two objects, the same field. */
    static boolean same(String field, JsonNode one, JsonNode other) {
        return same(one.path(field), other.path(field));
    }

    /** The same, and for lists in any order and however often. */
    static boolean sameSet(JsonNode one, JsonNode other) {
        return (one.isArray() && other.isArray()) ? set(one).equals(set(other)) : same(one, other);
    }

    private static Set<@Nullable Object> set(JsonNode array) {
        var set = new HashSet<@Nullable Object>();
        array.forEach(item -> set.add(plain(item)));
        return set;
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> number(node.decimalValue());
            case STRING -> string(node.stringValue());
            case BOOLEAN -> node.booleanValue();
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                node.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case OBJECT -> {
                var fields = new HashMap<String, Object>();
                node.forEachEntry((name, value) -> {
                    var plain = plain(value);
                    if (plain != null) {
                        fields.put(name, plain);
                    }
                });
                yield fields;
            }
            case MISSING, NULL -> null;
            case BINARY, POJO -> node.toString();
        };
    }

    private static BigDecimal number(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static Object string(String text) {
        if (text.length() < "2026-01-01T00:00Z".length() || text.charAt(10) != 'T' || !text.endsWith("Z")) {
            return text;
        }
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
