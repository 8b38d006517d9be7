package org.parley.bench.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ExactlyTest {

    @Test
    void acceptsEachEventOnceInOrder() {
        assertThatCode(() -> check(List.of(event("a", 1), event("b", 1), event("b", 2), event("a", 2))))
                .doesNotThrowAnyException();
    }

    @Test
    void isVoidWhenAnEventIsLost() {
        assertVoid("a told 1 events of 2", List.of(event("a", 1), event("b", 1), event("b", 2)));
        assertVoid("event 2 of a after 0: lost", List.of(event("a", 2)));
    }

    @Test
    void isVoidWhenAnEventIsDoubledOrBehind() {
        assertVoid("event 1 of a doubled or behind 1", List.of(event("a", 1), event("a", 1)));
        assertVoid("event 1 of a doubled or behind 2", List.of(event("a", 1), event("a", 2), event("a", 1)));
    }

    @Test
    void isVoidWhenNobodyAskedForIt() {
        assertVoid("event 1 of c, which nobody asked for", List.of(event("c", 1)));
    }

    private static void assertVoid(String reason, List<ConsumerRecord<String, byte[]>> records) {
        assertThatThrownBy(() -> check(records)).isInstanceOf(VoidRun.class).hasMessage(reason);
    }

    private static void check(List<ConsumerRecord<String, byte[]>> records) {
        Exactly.inOrder(records, Set.of("a", "b"), 2);
    }

    private static ConsumerRecord<String, byte[]> event(String subject, long sequence) {
        var record = new ConsumerRecord<String, byte[]>("t", 0, 0, subject, new byte[0]);
        record.headers().add("ce_subject", subject.getBytes(UTF_8));
        record.headers().add("ce_sequence", Long.toString(sequence).getBytes(UTF_8));
        return record;
    }
}
