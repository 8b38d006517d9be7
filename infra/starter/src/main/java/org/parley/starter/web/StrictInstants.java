package org.parley.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Takes an instant as RFC 3339 text only, where Jackson would also take a number without asking of what, and to the
 * millisecond, as the store keeps it: the same body sent again is then the same.
 */
final class StrictInstants extends StdScalarDeserializer<Instant> {

    /** RFC 3339 has four digits for the year; Java has more, and minus. */
    private static final int LAST_YEAR = 9999;

    StrictInstants() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var text = parser.getString();
        try {
            var at = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return at.getYear() < 1 || at.getYear() > LAST_YEAR
                    ? (Instant) context.handleWeirdStringValue(Instant.class, text, "not RFC 3339")
                    : at.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not RFC 3339");
        }
    }
}
