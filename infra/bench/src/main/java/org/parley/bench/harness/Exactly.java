package org.parley.bench.harness;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Checks that each aggregate told its events 1 to n, each once and in order. */
public final class Exactly {

    private Exactly() {}

    /**
     * @param subjects whose events must be there, and nobody else's
     * @param each how many events each has
     */
    public static void inOrder(List<ConsumerRecord<String, byte[]>> records, Set<String> subjects, int each) {
        var last = new HashMap<String, Long>();
        for (var record : records) {
            var subject = header(record, "ce_subject");
            var sequence = Long.parseLong(header(record, "ce_sequence"));
            var before = last.getOrDefault(subject, 0L);
            VoidRun.unless(subjects.contains(subject), "event %d of %s, which nobody asked for", sequence, subject);
            VoidRun.unless(sequence > before, "event %d of %s doubled or behind %d", sequence, subject, before);
            VoidRun.unless(sequence == before + 1, "event %d of %s after %d: lost", sequence, subject, before);
            last.put(subject, sequence);
        }
        for (var subject : subjects) {
            var told = last.getOrDefault(subject, 0L);
            VoidRun.unless(told == each, "%s told %d events of %d", subject, told, each);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        VoidRun.unless(header != null, "a record without %s", name);
        return new String(java.util.Objects.requireNonNull(header).value(), StandardCharsets.UTF_8);
    }
}
