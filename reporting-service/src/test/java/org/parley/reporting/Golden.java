package org.parley.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.testing.Topic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event as the contracts show it, to be changed and sent. */
public record Golden(String type, String aggregate, ObjectNode data) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param aggregate name of the field that carries the state */
    public static Golden of(String type, String aggregate) {
        return new Golden(type, aggregate, (ObjectNode) JSON.readTree(bytes(type)));
    }

    public static byte[] bytes(String type) {
        try (var in = Golden.class.getResourceAsStream("/contracts/examples/" + type + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Golden referral(String pastTense) {
        return of("org.parley.referral." + pastTense + ".v1", "referral");
    }

    public Golden with(String field, @Nullable String value) {
        var copy = data.deepCopy();
        ((ObjectNode) copy.get(aggregate)).put(field, value);
        return new Golden(type, aggregate, copy);
    }

    public Golden with(String field, boolean value) {
        var copy = data.deepCopy();
        ((ObjectNode) copy.get(aggregate)).put(field, value);
        return new Golden(type, aggregate, copy);
    }

    /** A referral that was offered once more. */
    public Golden withOffer(String center, String state) {
        var copy = data.deepCopy();
        ((ObjectNode) copy.get(aggregate))
                .withArray("offers")
                .addObject()
                .put("center", center)
                .put("state", state);
        return new Golden(type, aggregate, copy);
    }

    /** The same state, told by another event. */
    public Golden ofType(String other) {
        return new Golden(other, aggregate, data);
    }

    public String id() {
        return data.get(aggregate).get("id").asString();
    }

    public byte[] json() {
        return JSON.writeValueAsBytes(data);
    }

    public Map<String, String> headers(long sequence) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id() + ":" + sequence,
                "ce_source",
                "/parley/test",
                "ce_type",
                type,
                "ce_subject",
                id(),
                "ce_time",
                "2026-11-23T10:00:00Z",
                "ce_sequence",
                Long.toString(sequence),
                "ce_partitionkey",
                id(),
                "content-type",
                "application/json");
    }

    public void sendTo(Topic topic, long sequence) {
        topic.send(id(), json(), headers(sequence));
    }
}
