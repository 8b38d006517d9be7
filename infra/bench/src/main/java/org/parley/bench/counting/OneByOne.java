package org.parley.bench.counting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.parley.bench.harness.Contender;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;

/** The peer {@code one-by-one}: spring-kafka, one record at a time with `$inc`. */
final class OneByOne implements Contender {

    private final Ground ground;
    private final EventLog log;
    private final int threads;
    private int rounds;

    OneByOne(Ground ground, EventLog log, int threads) {
        this.ground = ground;
        this.log = log;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "one by one";
    }

    @Override
    public Figures round() throws Exception {
        var round = log.prefix() + "-one-by-one-" + ++rounds;
        var settings = Map.of(
                "PEER_TOPIC",
                log.topic(),
                "PEER_GROUP",
                round,
                "PEER_DATABASE",
                round,
                "PEER_THREADS",
                Integer.toString(threads),
                "PEER_GUARD",
                ground.isStoreEmbedded() ? "EQUALITY" : "RANGE");
        try (var _ = ground.program("one-by-one", "org.parley.peer.onebyone.OneByOne", settings)) {
            return new Watch(ground, log, new Figured(round)).untilExact(List.of());
        } finally {
            ground.mongo().getDatabase(round).drop();
        }
    }

    private final class Figured implements Counter {

        private final String round;

        Figured(String round) {
            this.round = round;
        }

        @Override
        public long counted() throws Exception {
            return new Offsets(ground, log, round).committed();
        }

        @Override
        public Map<String, Long> figures() {
            var figures = new TreeMap<String, Long>();
            for (var document :
                    ground.mongo().getDatabase(round).getCollection("figures").find()) {
                document.get("figures", Document.class)
                        .forEach((figure, value) -> figures.put(figure, ((Number) value).longValue()));
            }
            figures.values().removeIf(value -> value == 0);
            return figures;
        }
    }
}
