package org.parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.FakePlatform;
import org.parley.faults.load.calls.Patience;

class LoadTest {

    private static final Pace QUICK = new Pace(40, 64, Patience.USUAL, Set.of());

    private final List<Asked> history = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyDeedIsInTheHistoryOnceItHasFinished() throws Exception {
        var some = new CountDownLatch(50);
        try (var platform = new FakePlatform()) {
            var load = new Load(platform.doors(), QUICK, 1, asked -> {
                history.add(asked);
                some.countDown();
            });
            load.begin();
            assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
            load.finish(Duration.ofSeconds(1));
        }

        assertThat(history).extracting(Asked::id).doesNotHaveDuplicates();
        // There is no broker.
        assertThat(history).filteredOn(it -> it.status() == 200).allMatch(it -> it.told() == Told.DONE);
        assertThat(history).filteredOn(it -> it.status() != 200).allMatch(it -> it.told() == Told.UNCERTAIN);
    }

    @Test
    void whatIsUnderWayWhenPatienceEndsIsUncertain() throws Exception {
        var interrupted = new AtomicBoolean();
        try (var platform = FakePlatform.silent()) {
            var load = new Load(platform.doors(), QUICK, 1, asked -> {
                history.add(asked);
                interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
            });
            load.begin();
            platform.awaitRequests(20);
            load.finish(Duration.ofMillis(300));
        }

        assertThat(history).hasSizeGreaterThanOrEqualTo(10).allMatch(it -> it.told() == Told.UNCERTAIN);
        assertThat(history).extracting(Asked::id).doesNotHaveDuplicates();
        assertThat(interrupted).isFalse();
    }
}
