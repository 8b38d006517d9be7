package org.parley.faults.history;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A record of a domain topic as it stands there.
 *
 * @param topic the name in the contracts
 * @param id {@code ce_id}
 * @param type {@code ce_type}
 * @param subject {@code ce_subject}
 * @param sequence {@code ce_sequence}
 * @param time {@code ce_time}
 * @param appended when the broker took it
 */
public record Event(
        String topic,
        int partition,
        long offset,
        String key,
        String id,
        String type,
        String subject,
        long sequence,
        Instant time,
        Instant appended,
        JsonNode data) {}
