package org.parley.bench.counting;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.parley.bench.events.Contribution;
import org.parley.bench.events.CountedReferral;

/**
 * What reporting-service's store holds after each poll, as plain writes by {@code _id}: a fact per referral, and of each
 * partition a rollup per month and one over all time, with figures, days and cells.
 */
final class SameDocuments {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    private final Map<String, Contribution> known = new HashMap<>();
    private final Map<String, WriteModel<Document>> facts = new LinkedHashMap<>();
    private final Map<String, Document> increments = new LinkedHashMap<>();
    private final Map<String, Instant> appended = new HashMap<>();
    private long polls;

    /** The events of one poll. */
    void take(List<ConsumerRecord<String, byte[]>> records, List<CountedReferral> parsed) {
        facts.clear();
        increments.clear();
        polls++;
        var newcomers = new HashMap<String, Boolean>();
        for (var i = 0; i < records.size(); i++) {
            var record = records.get(i);
            var id = "referral/" + record.key();
            var now = parsed.get(i).contribution();
            var before = known.put(id, now);
            if (newcomers.computeIfAbsent(id, _ -> before == null)) {
                facts.put(
                        id,
                        new InsertOneModel<>(new Document("_id", id)
                                .append("sequence", i + 1L)
                                .append("partition", record.partition())
                                .append("contribution", cells(now))));
            } else {
                facts.put(
                        id,
                        new UpdateOneModel<>(
                                new Document("_id", id),
                                new Document(
                                        "$set",
                                        new Document("sequence", i + 1L)
                                                .append("partition", record.partition())
                                                .append("contribution", cells(now)))));
            }
            add(record, before == null ? Contribution.NONE : before, -1);
            add(record, now, 1);
        }
    }

    List<WriteModel<Document>> facts() {
        return List.copyOf(facts.values());
    }

    List<WriteModel<Document>> rollups() {
        var writes = new ArrayList<WriteModel<Document>>();
        increments.forEach((id, fields) -> {
            fields.values().removeIf(value -> value.equals(0L));
            var update = new Document(
                            "$set",
                            new Document("fence", "AAAAAAAAAAAAAAAAAAAAAA@" + polls).append("writer", "w" + polls))
                    .append("$max", new Document("asOf", Date.from(appended.getOrDefault(id, Instant.EPOCH))));
            if (!fields.isEmpty()) {
                update.append("$inc", fields);
            }
            writes.add(new UpdateOneModel<>(new Document("_id", id), update, new UpdateOptions().upsert(true)));
        });
        return writes;
    }

    private static Document cells(Contribution contribution) {
        var cells = new Document();
        contribution.metrics().forEach(metric -> cells.append(cell(metric, contribution), 1L));
        return cells;
    }

    private static String cell(String metric, Contribution contribution) {
        return metric + "|" + contribution.day() + "|" + String.join("|", contribution.values());
    }

    private void add(ConsumerRecord<?, ?> record, Contribution contribution, long sign) {
        if (contribution.metrics().isEmpty()) {
            return;
        }
        var month = contribution.day().substring(0, "yyyy-MM".length());
        var day = contribution.day().substring("yyyy-MM-".length());
        var at = Instant.ofEpochMilli(record.timestamp());
        var all = rollup("referrals/" + record.partition() + "/all", at);
        var ofMonth = rollup("referrals/" + record.partition() + "/" + month, at);
        var cell = "cells." + day + "|" + LocalDate.ofInstant(at, CITY) + "|" + String.join("|", contribution.values());
        for (var metric : contribution.metrics()) {
            increment(all, "months." + month, sign);
            increment(all, "figures.total." + metric, sign);
            for (var i = 0; i < Contribution.DIMENSIONS.size(); i++) {
                if (!contribution.values().get(i).isEmpty()) {
                    var name = Contribution.DIMENSIONS.get(i) + "="
                            + contribution.values().get(i);
                    increment(all, "figures." + name + "." + metric, sign);
                }
            }
            increment(ofMonth, "days." + day + "." + metric, sign);
            increment(ofMonth, cell + "." + metric, sign);
        }
    }

    private Document rollup(String id, Instant at) {
        appended.merge(id, at, (a, b) -> a.isAfter(b) ? a : b);
        return increments.computeIfAbsent(id, _ -> new Document());
    }

    private static void increment(Document fields, String path, long by) {
        fields.merge(path, by, (a, b) -> (Long) a + (Long) b);
    }
}
