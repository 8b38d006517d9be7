package org.parley.starter.consume;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads events of other services into one's own, smaller records: what one doesn't know is passed over. */
public final class EventJson {

    private final JsonMapper json;

    EventJson(JsonMapper strict) {
        this.json = strict.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @throws Refused NULL_VALUE, MALFORMED_JSON or SCHEMA */
    public <T> T read(Received record, Class<T> type) {
        var value = record.value();
        if (value == null) {
            throw new Refused("NULL_VALUE", "The record has no value");
        }
        try {
            return json.readValue(value, type);
        } catch (DatabindException e) {
            throw new Refused("SCHEMA", "Not a " + record.type() + " at " + JsonPointers.of(e));
        } catch (StreamReadException e) {
            throw new Refused("MALFORMED_JSON", "The value is not JSON");
        } catch (JacksonException e) {
            throw new Refused("MALFORMED_JSON", "The value can't be read as JSON");
        }
    }
}
