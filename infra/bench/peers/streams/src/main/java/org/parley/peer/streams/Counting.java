package org.parley.peer.streams;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** Referral → what it adds → difference by figure → sum. */
final class Counting {

    private Counting() {}

    static Topology topology(String events, String result) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Differences.SEEN), Serdes.String(), Serdes.String()));
        builder.stream(events, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(Differences::new, Differences.SEEN)
                .groupByKey(Grouped.with("figure", Serdes.String(), Serdes.Long()))
                .reduce(Long::sum, Materialized.with(Serdes.String(), Serdes.Long()))
                .toStream()
                .to(result, Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }
}
