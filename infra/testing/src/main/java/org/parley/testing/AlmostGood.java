package org.parley.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Bodies of the form that a service describes, mostly with good values, and here and there something odd.
 *
 * @param api the whole description
 * @param good values by the name of the field
 */
public record AlmostGood(JsonNode api, JsonNode schema, Map<String, List<?>> good) {

    private static final int ODD_PERCENT = 4;
    private static final int LEFT_OUT_PERCENT = 8;

    /** What nobody would send. */
    public static final List<?> ODD = List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "x".repeat(5_000),
            -1,
            0,
            Long.MAX_VALUE,
            1e308,
            true,
            List.of(),
            Map.of(),
            "9999999-01-01T00:00:00Z",
            "9999999-01-01",
            "+999999999-12-31",
            "23:59:59.999999999",
            "2026-02-30",
            "25:00",
            "../..",
            "$where",
            "{{7*7}}");

    public @Nullable Object body(Random random) {
        return value(schema, "", random);
    }

    private @Nullable Object value(JsonNode of, String name, Random random) {
        if (random.nextInt(100) < ODD_PERCENT) {
            return random.nextInt(5) == 0 ? null : ODD.get(random.nextInt(ODD.size()));
        }
        var ref = of.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return value(api.at(ref.substring(1)), name, random);
        }
        if (of.has("enum")) {
            return of.path("enum").get(random.nextInt(of.path("enum").size())).asString();
        }
        if (of.has("properties")) {
            return object(of, random);
        }
        if (of.has("items")) {
            var items = new ArrayList<@Nullable Object>();
            for (var n = random.nextInt(4) + (random.nextInt(10) == 0 ? 0 : 1); n > 0; n--) {
                items.add(value(of.path("items"), name, random));
            }
            return items;
        }
        var values = good.get(name);
        return values != null ? values.get(random.nextInt(values.size())) : plain(of, random);
    }

    private Map<String, @Nullable Object> object(JsonNode of, Random random) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        of.path("properties").properties().forEach(property -> {
            if (random.nextInt(100) >= LEFT_OUT_PERCENT) {
                object.put(property.getKey(), value(property.getValue(), property.getKey(), random));
            }
        });
        return object;
    }

    private static Object plain(JsonNode of, Random random) {
        var type = of.path("type").isArray()
                ? of.path("type").get(0).asString("string")
                : of.path("type").asString("string");
        return switch (type) {
            case "boolean" -> random.nextInt(4) == 0;
            case "integer", "number" -> random.nextInt(60);
            default ->
                switch (of.path("format").asString("")) {
                    case "uuid" -> "5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11";
                    case "date" -> "2026-12-30";
                    case "date-time" -> "2026-01-02T03:30:00Z";
                    default -> "word-" + random.nextInt(1_000);
                };
        };
    }
}
