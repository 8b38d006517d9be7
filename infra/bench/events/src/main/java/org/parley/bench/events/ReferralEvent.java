package org.parley.bench.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as the relay of referral-service puts it onto the topic.
 *
 * @param subject the referral's id, and the record's key
 * @param sequence 1, 2, 3 … within the subject
 */
@SuppressWarnings("ArrayRecordComponent") // sent and never compared
public record ReferralEvent(String subject, long sequence, String type, Instant time, byte[] data) {

    public static final String TOPIC = "parley.referrals.v1";

    public Map<String, byte[]> headers() {
        var headers = new LinkedHashMap<String, byte[]>();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", subject + ":" + sequence);
        put(headers, "ce_source", "/parley/referral-service");
        put(headers, "ce_type", type);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_sequence", Long.toString(sequence));
        put(headers, "ce_partitionkey", subject);
        put(headers, "content-type", "application/json");
        return headers;
    }

    private static void put(Map<String, byte[]> headers, String name, String text) {
        headers.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
