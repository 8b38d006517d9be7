package org.parley.bench.counting;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.parley.bench.harness.Ground;

/** How far a consumer group says it is. */
record Offsets(Ground ground, EventLog log, String group) {

    long committed() throws InterruptedException, ExecutionException {
        try {
            var committed = ground.admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return log.partitions().stream()
                    .map(committed::get)
                    .filter(Objects::nonNull)
                    .mapToLong(at -> at.offset())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }
}
