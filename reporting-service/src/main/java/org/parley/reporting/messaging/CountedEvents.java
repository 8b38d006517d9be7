package org.parley.reporting.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.reporting.counting.Counting;
import org.parley.reporting.counting.Source;
import org.parley.reporting.counting.Told;
import org.parley.reporting.counting.UnknownTopic;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.EventJson;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.springframework.stereotype.Component;

/** Hands the events of a poll to counting, and moves the cursors when all of the poll is done. */
@Component
class CountedEvents implements BatchHandler {

    private final Counting counting;
    private final TopicIds topicIds;
    private final EventJson json;
    private final Halt halt;

    CountedEvents(Counting counting, TopicIds topicIds, EventJson json, Halt halt) {
        this.counting = counting;
        this.topicIds = topicIds;
        this.json = json;
        this.halt = halt;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        halt.check();
        var ids = ask(records);
        var refusals = new ArrayList<Refusal>();
        var told = new ArrayList<Told>(records.size());
        for (var record : records) {
            try {
                told(record).ifPresent(told::add);
            } catch (Refused e) {
                refusals.add(Refusal.of(record, e));
            }
        }
        try {
            counting.count(told, ids.get());
        } catch (UnknownTopic e) {
            halt.because(e);
            throw e;
        }
        return refusals;
    }

    @Override
    public void settled(List<Received> records) {
        var next = new HashMap<Source, Long>();
        records.forEach(
                record -> next.merge(new Source(record.topic(), record.partition()), record.offset() + 1, Math::max));
        counting.advance(next);
    }

    private Supplier<Map<String, String>> ask(List<Received> records) {
        var topics = new HashSet<String>();
        records.forEach(record -> topics.add(record.topic()));
        return topicIds.ask(topics);
    }

    private Optional<Told> told(Received record) {
        var group = EventTypes.group(record.type());
        if (group.isEmpty()) {
            return Optional.empty();
        }
        // All events of an aggregate must come through one partition, which the key chooses.
        if (record.subject().isEmpty() || !record.subject().equals(record.key())) {
            throw new Refused("SUBJECT", "ce_subject must be the record's key");
        }
        if (record.sequence() < 1) {
            throw new Refused("SEQUENCE", "ce_sequence must be a whole number from 1 on");
        }
        var event = json.read(record, EventTypes.record(group.get()));
        try {
            return Optional.of(new Told(
                    new Source(record.topic(), record.partition()),
                    record.offset(),
                    record.appended(),
                    group.get().aggregate() + "/" + record.subject(),
                    record.sequence(),
                    event.contribution()));
        } catch (IllegalArgumentException e) {
            throw new Refused("SCHEMA", String.valueOf(e.getMessage()));
        }
    }
}
