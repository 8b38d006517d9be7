package org.parley.peer.streams;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.bench.events.Contribution;
import org.parley.bench.events.CountedReferral;

/** What an event changes in the figures, by what its referral added before; an event that is not news changes nothing. */
final class Differences implements Processor<String, byte[], String, Long> {

    static final String SEEN = "seen";

    private @Nullable ProcessorContext<String, Long> context;
    private @Nullable KeyValueStore<String, String> seen;

    @Override
    public void init(ProcessorContext<String, Long> given) {
        context = given;
        seen = given.getStateStore(SEEN);
    }

    @Override
    public void process(Record<String, byte[]> event) {
        var store = Objects.requireNonNull(seen);
        var known = Known.parse(store.get(event.key()));
        var sequence = sequence(event);
        if (sequence <= known.sequence()) {
            return;
        }
        var now = CountedReferral.read(event.value()).contribution();
        store.put(event.key(), new Known(sequence, now).text());
        var downstream = Objects.requireNonNull(context);
        now.since(known.contribution())
                .forEach((figure, change) -> downstream.forward(new Record<>(figure, change, event.timestamp())));
    }

    private static long sequence(Record<String, byte[]> event) {
        return Long.parseLong(
                new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }

    private record Known(long sequence, Contribution contribution) {

        String text() {
            return sequence + ";" + contribution.text();
        }

        static Known parse(@Nullable String text) {
            if (text == null) {
                return new Known(0, Contribution.NONE);
            }
            var border = text.indexOf(';');
            return new Known(Long.parseLong(text.substring(0, border)), Contribution.parse(text.substring(border + 1)));
        }
    }
}
