package org.parley.bench.counting;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.Document;
import org.parley.bench.counting.Watch.Disturbance;
import org.parley.bench.events.Contribution;
import org.parley.bench.events.ReferralEvent;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Operations;
import org.parley.bench.harness.VoidRun;
import org.parley.processes.HttpPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reporting-service: in each round a new database and a new consumer group on the same topic. */
final class Parley implements Contender {

    private static final String SERVICE = "reporting-service";
    /** What it tells itself about the round before must not reach the next. */
    private static final List<String> OWN_TOPICS = List.of("parley.reporting-partials.v1", "parley.metrics.v1");

    private final Ground ground;
    private final EventLog log;
    private final String name;
    private final boolean disturbed;
    private final List<HttpPart> copies = new ArrayList<>();
    private int rounds;

    /** @param disturbed whether it is killed at a third and gets a second copy at half */
    Parley(Ground ground, EventLog log, String name, boolean disturbed) {
        this.ground = ground;
        this.log = log;
        this.name = name;
        this.disturbed = disturbed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Figures round() throws Exception {
        var round = "%s-%s-%d".formatted(log.prefix(), name.replaceAll("[^a-z]+", "-"), ++rounds);
        deleteOwnTopics();
        try {
            copies.add(copy(round));
            var figures = new Watch(ground, log, new Reporting(round))
                    .untilExact(
                            disturbed
                                    ? List.of(
                                            new Disturbance(1 / 3.0, this::killAndRestart),
                                            new Disturbance(0.5, () -> copies.add(copy(round))))
                                    : List.of());
            return figures.and(Operations.of(copies.getFirst().address(), ground.token("administrator"))
                    .since(new Operations(Map.of()), log.events() / 1_000));
        } finally {
            copies.forEach(HttpPart::kill);
            copies.clear();
            ground.mongo().getDatabase(round).drop();
        }
    }

    private HttpPart copy(String round) {
        return ground.copy(
                SERVICE,
                copies.isEmpty() ? SERVICE : SERVICE + "-2",
                log.prefix(),
                "--spring.mongodb.database=" + round,
                "--spring.cloud.stream.default.group=" + round);
    }

    private void killAndRestart() {
        var first = copies.getFirst();
        first.kill();
        first.begin();
    }

    private void deleteOwnTopics() throws InterruptedException, ExecutionException {
        for (var topic : OWN_TOPICS) {
            try {
                ground.admin()
                        .deleteTopics(List.of(log.prefix() + "." + topic))
                        .all()
                        .get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
    }

    /** By the cursors in its store, and by HTTP. */
    private final class Reporting implements Counter {

        private final MongoCollection<Document> cursors;
        private final Document all;

        Reporting(String database) {
            cursors = ground.mongo().getDatabase(database).getCollection("cursors");
            all = new Document(
                    "_id",
                    new Document(
                            "$in",
                            log.partitions().stream()
                                    .map(one -> ReferralEvent.TOPIC + "/" + one.partition())
                                    .toList()));
        }

        @Override
        public long counted() {
            var counted = 0L;
            for (var cursor : cursors.find(all)) {
                counted += cursor.getLong("next");
            }
            return counted;
        }

        @Override
        public Map<String, Long> figures() throws IOException {
            var figures = new TreeMap<String, Long>();
            try (var connection = new Connection(copies.getFirst().address())) {
                for (var metric : Contribution.METRICS) {
                    read(connection, metric, "interval=all", "").forEach(figures::put);
                    read(connection, metric, "interval=day", "period").forEach(figures::put);
                    for (var dimension : Contribution.DIMENSIONS) {
                        read(connection, metric, "interval=all&by=" + dimension, dimension)
                                .forEach(figures::put);
                    }
                }
            }
            figures.values().removeIf(value -> value == 0);
            return figures;
        }

        /** @param split the field of a row that tells it from others, empty for the total */
        private Map<String, Long> read(Connection connection, String metric, String query, String split)
                throws IOException {
            var head = connection.head(
                    "GET", "/v1/metrics/" + metric + "?" + query, "Authorization", "Bearer " + ground.token("analyst"));
            var answer = connection.send(head, new byte[0]);
            VoidRun.unless(answer.status() == 200, "%s: %d %s", metric, answer.status(), answer.text());
            var rows = new TreeMap<String, Long>();
            for (var row : JsonMapper.shared().readTree(answer.body()).path("rows")) {
                if (split.isEmpty() || row.path(split).isString()) {
                    rows.put(figure(metric, split, row), row.path("value").asLong());
                }
            }
            return rows;
        }

        private static String figure(String metric, String split, JsonNode row) {
            return switch (split) {
                case "" -> metric;
                case "period" -> metric + "|day=" + row.path(split).asString();
                default -> metric + "|" + split + "=" + row.path(split).asString();
            };
        }
    }
}
