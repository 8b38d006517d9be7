package org.parley.bench.harness;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Checks that each aggregate told its events 1 to n, each once and in order: takes them as they came, then {@link #all}. */
public final class Exactly implements Consumer<ConsumerRecord<String, byte[]>> {

    private final Set<String> subjects;
    private final Map<String, Long> last = new HashMap<>();

    /** @param subjects whose events must be there, and nobody else's */
    public Exactly(Set<String> subjects) {
        this.subjects = subjects;
    }

    /** @param each how many events each has */
    public static void inOrder(List<ConsumerRecord<String, byte[]>> records, Set<String> subjects, int each) {
        var check = new Exactly(subjects);
        records.forEach(check);
        check.all(each);
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record) {
        var subject = header(record, "ce_subject");
        var sequence = Long.parseLong(header(record, "ce_sequence"));
        long before = last.getOrDefault(subject, 0L);
        VoidRun.unless(subjects.contains(subject), "event %d of %s, which nobody asked for", sequence, subject);
        VoidRun.unless(sequence > before, "event %d of %s doubled or behind %d", sequence, subject, before);
        VoidRun.unless(sequence == before + 1, "event %d of %s after %d: lost", sequence, subject, before);
        last.put(subject, sequence);
    }

    /** @param each how many events each has */
    public void all(int each) {
        for (var subject : subjects) {
            long told = last.getOrDefault(subject, 0L);
            VoidRun.unless(told == each, "%s told %d events of %d", subject, told, each);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        VoidRun.unless(header != null, "a record without %s", name);
        return new String(Objects.requireNonNull(header).value(), StandardCharsets.UTF_8);
    }
}
