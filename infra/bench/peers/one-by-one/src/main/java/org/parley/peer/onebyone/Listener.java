package org.parley.peer.onebyone;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.bench.events.CountedReferral;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Each event by itself. */
@Component
class Listener {

    private final Seen seen;
    private final Figures figures;

    Listener(Seen seen, Figures figures) {
        this.seen = seen;
        this.figures = figures;
    }

    @KafkaListener(topics = "${peer.topic}")
    void count(ConsumerRecord<String, byte[]> event) {
        var contribution = CountedReferral.read(event.value()).contribution();
        seen.before(event.key(), sequence(event), contribution)
                .ifPresent(before -> figures.add(contribution.since(before)));
    }

    private static long sequence(ConsumerRecord<?, ?> event) {
        return Long.parseLong(
                new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }
}
