package org.parley.starter.consume;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a poll.
 *
 * @param topic its name in the contracts
 * @param appended when the broker took it: the day a fact was recorded, the same at every replay
 * @param headers as text, by name
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Received(
        String topic,
        int partition,
        long offset,
        Instant appended,
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, String> headers) {

    /** Wire type with version; empty when the record has none. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** Id of the aggregate the event is about; empty when the record has none. */
    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** Number of the event within its subject; 0 when the record has none that can be read. */
    public long sequence() {
        try {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Who says so. */
    public String source() {
        return headers.getOrDefault("ce_source", "");
    }
}
