package org.parley.reporting.releases;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;
import org.parley.reporting.counting.Cut;

/**
 * Releases in the store. First all of a release's documents are written under a name nobody knows yet, then one guarded
 * write puts it on the list: of several copies one wins, and nobody sees half a release. Nothing is ever written to a
 * document again but the list, which only grows.
 *
 * <p>What is answered and what is counted stand in different collections: the first holds no hidden number.
 */
class ReleaseStore {

    private static final int DUPLICATE_KEY = 11000;
    private static final String LIST = "releases";

    private final MongoCollection<Document> list;
    private final MongoCollection<Document> answers;
    private final MongoCollection<Document> editions;

    ReleaseStore(MongoDatabase database) {
        list = database.getCollection("release-list");
        answers = database.getCollection("release-answers");
        editions = database.getCollection("release-editions");
        list.createIndex(new Document("_id", 1).append("count", 1), new IndexOptions().unique(true));
    }

    /** Oldest first. */
    List<Release> all() {
        var found = list.find(new Document("_id", LIST)).first();
        return found == null
                ? List.of()
                : found.getList("releases", Document.class).stream()
                        .map(ReleaseStore::release)
                        .toList();
    }

    /** @return false if another release came after the last one known; nothing is left of this one then */
    boolean add(Release release, List<Release> known, PublicSet set, Map<MetricGroup, Cut> counted) {
        set.editions()
                .forEach((table, periods) -> editions.insertOne(
                        new Document("_id", id(release, table.name())).append("periods", periods(periods))));
        for (var metric : PublicTable.allMetrics()) {
            answers.insertOne(new Document("_id", id(release, metric.word())).append("answers", answers(set, metric)));
        }
        editions.insertOne(new Document("_id", id(release, "cut"))
                .append(
                        "fences",
                        counted.values().stream()
                                .flatMap(cut -> cut.fences().entrySet().stream())
                                .sorted(Map.Entry.comparingByKey())
                                .map(fence -> fence.getKey() + "=" + fence.getValue())
                                .toList()));
        if (listed(release, known.size())) {
            return true;
        }
        var names = set.editions().keySet().stream()
                .map(table -> id(release, table.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        names.add(id(release, "cut"));
        editions.deleteMany(new Document("_id", new Document("$in", names)));
        answers.deleteMany(new Document(
                "_id",
                new Document(
                        "$in",
                        PublicTable.allMetrics().stream()
                                .map(metric -> id(release, metric.word()))
                                .toList())));
        return false;
    }

    private boolean listed(Release release, int known) {
        if (known > 0) {
            return list.updateOne(
                                    new Document("_id", LIST).append("count", known),
                                    new Document("$push", new Document("releases", document(release)))
                                            .append("$set", new Document("count", known + 1)))
                            .getModifiedCount()
                    == 1;
        }
        try {
            list.insertOne(new Document("_id", LIST).append("count", 1).append("releases", List.of(document(release))));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** What a release counted, to go on from. */
    PublicSet set(Release release) {
        var set = new EnumMap<PublicTable, SortedMap<LocalDate, Edition>>(PublicTable.class);
        for (var table : PublicTable.values()) {
            var found = editions.find(new Document("_id", id(release, table.name())))
                    .first();
            if (found != null) {
                var periods = new TreeMap<LocalDate, Edition>();
                found.getList("periods", Document.class)
                        .forEach(period -> periods.put(LocalDate.parse(period.getString("period")), edition(period)));
                set.put(table, periods);
            }
        }
        return new PublicSet(set);
    }

    /** The frozen answer; empty for what a release does not have. */
    Optional<List<PublicRow>> rows(Release release, PublicTable.Offer offer, Interval interval) {
        return Optional.ofNullable(answers.find(
                                new Document("_id", id(release, offer.metric().word())))
                        .first())
                .map(found -> found.get("answers", Document.class).getList(name(offer, interval), Document.class))
                .map(rows -> rows.stream().map(ReleaseStore::row).toList());
    }

    private static String id(Release release, String part) {
        return release.content() + "/" + part;
    }

    private static Document answers(PublicSet set, Metric metric) {
        var all = new Document();
        for (var offer : PublicTable.offers(metric)) {
            for (var interval : offer.intervals()) {
                all.append(
                        name(offer, interval),
                        set.rows(offer, interval).stream()
                                .map(row -> new Document("period", row.period())
                                        .append("values", row.values())
                                        .append("value", row.value()))
                                .toList());
            }
        }
        return all;
    }

    private static String name(PublicTable.Offer offer, Interval interval) {
        return offer.by().map(by -> by.word() + "|").orElse("|") + interval.word();
    }

    private static PublicRow row(Document row) {
        return new PublicRow(
                row.getString("period"), row.getList("values", String.class), row.get("value", Long.class));
    }

    private static List<Document> periods(SortedMap<LocalDate, Edition> editions) {
        var periods = new ArrayList<Document>();
        editions.forEach((day, edition) -> {
            var leaves = new ArrayList<Document>();
            edition.leaves()
                    .forEach(
                            (path, counts) -> leaves.add(new Document("path", path).append("counts", counts.values())));
            periods.add(new Document("period", day.toString())
                    .append("metrics", edition.pattern().metrics())
                    .append(
                            "hidden",
                            edition.pattern().hidden().stream()
                                    .sorted(Suppression.ORDER)
                                    .map(path -> new Document("path", path))
                                    .toList())
                    .append("leaves", leaves));
        });
        return periods;
    }

    private static Edition edition(Document period) {
        var leaves = new TreeMap<List<String>, Counts>(Suppression.ORDER);
        period.getList("leaves", Document.class)
                .forEach(leaf ->
                        leaves.put(leaf.getList("path", String.class), new Counts(leaf.getList("counts", Long.class))));
        var hidden = period.getList("hidden", Document.class).stream()
                .map(place -> place.getList("path", String.class))
                .collect(Collectors.toSet());
        return new Edition(leaves, new Suppression.Pattern(period.getInteger("metrics"), hidden));
    }

    private static Document document(Release release) {
        return new Document("first", release.first().text())
                .append("last", release.last().text())
                .append("cutAt", Date.from(release.cutAt()))
                .append("definitions", new Document(Map.copyOf(release.definitions())))
                .append("fewest", release.fewest())
                .append("content", release.content());
    }

    private static Release release(Document document) {
        var definitions = new TreeMap<String, String>();
        document.get("definitions", Document.class)
                .forEach((metric, version) -> definitions.put(metric, String.valueOf(version)));
        return new Release(
                Quarter.parse(document.getString("first")),
                Quarter.parse(document.getString("last")),
                document.getDate("cutAt").toInstant(),
                definitions,
                document.getInteger("fewest"),
                document.getString("content"));
    }
}
