package org.parley.enrollment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Bodies of the form that the service describes, mostly with good values, and here and there something odd.
 *
 * @param good values by the name of the field
 */
record AlmostGood(JsonNode api, JsonNode schema, Map<String, List<?>> good) {

    private static final int ODD_PERCENT = 4;
    private static final int LEFT_OUT_PERCENT = 8;

    static final List<?> ODD = List.of(
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
            "9999999-01-01",
            "2026-02-30",
            "+999999999-12-31",
            "25:00",
            "23:59:59.999999999",
            "../..",
            "$where",
            "{{7*7}}");

    @Nullable
    Object body(Random random) {
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
            return items(of, name, random);
        }
        var values = good.get(name);
        return values != null
                ? values.get(random.nextInt(values.size()))
                : of.path("type").toString().contains("string") ? "word-" + random.nextInt(100) : random.nextInt(60);
    }

    private List<@Nullable Object> items(JsonNode of, String name, Random random) {
        var items = new ArrayList<@Nullable Object>();
        var most = name.equals("days") ? 4 : random.nextInt(3) + 1;
        while (items.size() < most) {
            items.add(value(of.path("items"), name, random));
        }
        return items;
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
}
