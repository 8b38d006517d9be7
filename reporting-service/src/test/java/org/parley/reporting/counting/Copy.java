package org.parley.reporting.counting;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** One copy of the service at work on the store, with an ear at every step. */
final class Copy {

    static final Map<String, String> TOPIC_IDS = Map.of(Log.TOPIC, "first-topic");

    final List<Partial> sent = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Counting counting;
    private final Log log;
    private Consumer<Step> listener = step -> {};

    Copy(MongoDatabase database, Log log) {
        this.log = log;
        counting = new Counting(
                new SteppedFacts(database),
                new SteppedRollups(database),
                new Cursors(database),
                new CountingMeters(meters),
                new SteppedPartials());
    }

    Copy at(Consumer<Step> listener) {
        this.listener = listener;
        return this;
    }

    Copy diesAt(Step fatal) {
        return at(step -> {
            if (step == fatal) {
                throw new Broken();
            }
        });
    }

    /** Reads on from the cursors, so many records of each partition. False when there is nothing more. */
    boolean poll(int most) {
        var cursors = cursors(TOPIC_IDS);
        var portion = log.from(cursors, most);
        if (portion.isEmpty()) {
            return false;
        }
        work(portion, TOPIC_IDS);
        return true;
    }

    Map<Source, Long> cursors(Map<String, String> topicIds) {
        return counting.cursors(log.sources(), topicIds);
    }

    void pollToTheEnd(int most) {
        for (var more = true; more; ) {
            more = poll(most);
        }
    }

    void work(List<Told> portion, Map<String, String> topicIds) {
        counting.count(portion, topicIds);
        listener.accept(Step.FACTS_WRITTEN);
        var next = new HashMap<Source, Long>();
        portion.forEach(told -> next.merge(told.source(), told.offset() + 1, Math::max));
        counting.advance(next);
        listener.accept(Step.CURSOR_WRITTEN);
    }

    private final class SteppedFacts extends Facts {
        SteppedFacts(MongoDatabase database) {
            super(database);
        }

        @Override
        Map<String, Fact> find(Collection<String> ids) {
            var facts = super.find(ids);
            listener.accept(Step.FACTS_READ);
            return facts;
        }

        @Override
        void write(Collection<Fact> changed, Map<String, Fact> known) {
            var all = List.copyOf(changed);
            super.write(all.subList(0, all.size() / 2), known);
            listener.accept(Step.HALF_OF_THE_FACTS_WRITTEN);
            super.write(all.subList(all.size() / 2, all.size()), known);
        }
    }

    private final class SteppedRollups extends Rollups {
        SteppedRollups(MongoDatabase database) {
            super(database);
        }

        @Override
        Map<RollupId, Fence> fences(Collection<RollupId> ids) {
            var fences = super.fences(ids);
            listener.accept(Step.FENCES_READ);
            return fences;
        }

        @Override
        Map<RollupId, Document> write(Collection<RollupChange> changes) {
            var all = List.copyOf(changes);
            var written = new HashMap<>(super.write(all.subList(0, all.size() / 2)));
            listener.accept(Step.HALF_OF_THE_ROLLUPS_WRITTEN);
            written.putAll(super.write(all.subList(all.size() / 2, all.size())));
            listener.accept(Step.ROLLUPS_WRITTEN);
            return written;
        }
    }

    private final class SteppedPartials extends PartialsTopic {
        SteppedPartials() {
            super(new MockProducer<>(), "partials", new JsonMapper());
        }

        @Override
        void send(List<Partial> partials) {
            listener.accept(Step.PARTS_TO_BE_SENT);
            sent.addAll(partials);
            listener.accept(Step.PARTS_SENT);
        }
    }
}
