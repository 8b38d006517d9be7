package org.parley.referral.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bodies of the form that the service describes, mostly with good values, and here and there something odd. */
record AlmostGood(JsonNode api, JsonNode schema) {

    private static final int ODD_PERCENT = 4;
    private static final int LEFT_OUT_PERCENT = 12;

    private static final Map<String, List<?>> GOOD = Map.ofEntries(
            Map.entry("reason", List.of("NO_CAPACITY", "LANGUAGE", "RESOLVED", "TEST", "NO_SHOW", "PARTY_UNAVAILABLE")),
            Map.entry("command", List.of("PCT-075")),
            Map.entry("type", List.of("NOISE", "PETS", "OTHER")),
            Map.entry("language", List.of("en", "es")),
            Map.entry("center", List.of("nypi", "cms")),
            Map.entry("asked", List.of("nypi", "cms")),
            Map.entry("boroughs", List.of("BROOKLYN", "QUEENS")),
            Map.entry("commands", List.of("PCT-075", "PCT-110")),
            Map.entry("types", List.of("NOISE", "PETS")),
            Map.entry("languages", List.of("en", "es")),
            Map.entry("zone", List.of("America/New_York")),
            Map.entry("opens", List.of("09:00", "08:30:00")),
            Map.entry("closes", List.of("17:00", "23:59:59.999")),
            Map.entry("purpose", List.of("MEDIATION")),
            Map.entry("url", List.of("http://127.0.0.1:1/hook", "https://example.org/hook")),
            Map.entry("secret", List.of("whsec_" + "A".repeat(40))),
            Map.entry("website", List.of("https://example.org")),
            Map.entry("email", List.of("someone@example.org")),
            Map.entry("kty", List.of("EC", "EC", "RSA", "OKP")),
            Map.entry("crv", List.of("P-256", "P-256", "Ed25519")),
            Map.entry("use", List.of("sig")),
            Map.entry("alg", List.of("ES256")),
            Map.entry(
                    "x",
                    List.of(
                            "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                            "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")),
            Map.entry("y", List.of("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")),
            Map.entry("n", List.of("w" + "A".repeat(341) + "w", "AQAB")),
            Map.entry("e", List.of("AQAB", "AA")),
            Map.entry("occurredAt", List.of("2026-01-02T03:30:00Z", "1970-01-01T00:00:00Z")),
            Map.entry("until", List.of("2026-12-30T00:00:00Z", "2026-12-30")),
            Map.entry("at", List.of("2026-12-30T00:00:00Z", "2026-01-01T00:00:00.123456789Z")));

    private static final List<?> ODD = List.of(
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
            "2026-02-30",
            "25:00",
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
            var items = new ArrayList<@Nullable Object>();
            for (var n = random.nextInt(3) + (random.nextInt(10) == 0 ? 0 : 1); n > 0; n--) {
                items.add(value(of.path("items"), name, random));
            }
            return items;
        }
        var good = GOOD.get(name);
        return good != null ? good.get(random.nextInt(good.size())) : plain(of, random);
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
