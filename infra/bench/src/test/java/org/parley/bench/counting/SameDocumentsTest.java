package org.parley.bench.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.bench.events.CountedReferral;
import org.parley.bench.events.Referrals;

class SameDocumentsTest {

    /** What the ceiling writes must be as much as what reporting-service writes. */
    @Test
    void whatIsWrittenAddsUpToTheFigures() {
        var referrals = new Referrals(2_000, 1);
        var documents = new SameDocuments();
        var totals = new TreeMap<String, Long>();
        while (referrals.hasNext()) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            IntStream.range(0, 500)
                    .mapToObj(n -> referrals.next())
                    .forEach(event -> records.add(record(event.subject(), event.data())));
            documents.take(
                    records,
                    records.stream()
                            .map(one -> CountedReferral.read(one.value()))
                            .toList());
            documents
                    .rollups()
                    .forEach(write -> totals(write).forEach((metric, by) -> totals.merge(metric, by, Long::sum)));
        }

        var expected = new TreeMap<>(referrals.figures());
        expected.keySet().removeIf(name -> name.contains("|"));
        assertThat(totals).isEqualTo(expected);
    }

    private static Map<String, Long> totals(WriteModel<Document> write) {
        var update = (Document) ((UpdateOneModel<Document>) write).getUpdate();
        var totals = new TreeMap<String, Long>();
        Optional.ofNullable(update.get("$inc", Document.class))
                .orElseGet(Document::new)
                .forEach((path, by) -> {
                    if (path.startsWith("figures.total.")) {
                        totals.put(path.substring("figures.total.".length()), (Long) by);
                    }
                });
        return totals;
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        var partition = Math.floorMod(key.hashCode(), 12);
        return new ConsumerRecord<>(
                "topic",
                partition,
                0,
                0,
                TimestampType.LOG_APPEND_TIME,
                key.getBytes(StandardCharsets.UTF_8).length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
