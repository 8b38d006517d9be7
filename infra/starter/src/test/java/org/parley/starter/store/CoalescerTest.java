package org.parley.starter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore mayGo = new Semaphore(0);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private Set<Integer> failing = Set.of();
    private Coalescer<Integer> coalescer = new Coalescer<>(this::write, Duration.ofMinutes(1));

    private Set<Integer> write(List<Integer> items) {
        batches.add(items);
        mayGo.acquireUninterruptibly();
        if (items.contains(666)) {
            throw new IllegalStateException("nobody knows");
        }
        var failed = new HashSet<Integer>();
        IntStream.range(0, items.size())
                .filter(place -> failing.contains(items.get(place)))
                .forEach(failed::add);
        return failed;
    }

    @AfterEach
    void end() {
        mayGo.release(1_000);
        callers.close();
    }

    @Test
    void writesForWhoComesAloneAtOnceAndForThoseWhoComeMeanwhileTogether() throws Exception {
        var first = underWay(1);
        var others = List.of(begun(2), begun(3), begun(4));
        mayGo.release(2);

        assertThat(first.get()).isTrue();
        for (var other : others) {
            assertThat(other.get()).isTrue();
        }
        assertThat(batches).hasSize(2);
        assertThat(batches.get(0)).containsExactly(1);
        assertThat(batches.get(1)).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void tellsTheOneWhoseWriteFailedAndNobodyElse() throws Exception {
        failing = Set.of(3);
        var first = underWay(1);
        var good = begun(2);
        var bad = begun(3);
        mayGo.release(2);

        assertThat(first.get()).isTrue();
        assertThat(good.get()).isTrue();
        assertThat(bad.get()).isFalse();
    }

    @Test
    void tellsAllOfABatchThatNobodyKnowsWhatBecameOfIt() throws Exception {
        var first = underWay(1);
        var good = begun(2);
        var bad = begun(666);
        mayGo.release(2);

        assertThat(first.get()).isTrue();
        assertThat(good.get()).isFalse();
        assertThat(bad.get()).isFalse();
        mayGo.release();
        assertThat(coalescer.write(5)).isTrue();
    }

    @Test
    void throwsToWhoWasAloneWhatWentWrong() {
        mayGo.release();

        assertThatThrownBy(() -> coalescer.write(666)).hasMessage("nobody knows");

        mayGo.release();
        assertThat(coalescer.write(1)).isTrue();
    }

    @Test
    void letsThoseGoAloneWhoWaitForABatchThatHangs() throws Exception {
        coalescer = new Coalescer<>(this::write, Duration.ofMillis(50));
        var hanging = underWay(1);

        assertThat(callers.submit(() -> coalescer.write(2)).get()).isFalse();
        mayGo.release(2);
        assertThat(hanging.get()).isTrue();
        assertThat(coalescer.write(3)).isTrue();
        assertThat(batches).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void writesEachOnceWhenManyCome() throws Exception {
        mayGo.release(100_000);
        var together = new CountDownLatch(1);
        var all = IntStream.range(1_000, 3_000)
                .mapToObj(item -> callers.submit(() -> {
                    together.await();
                    return coalescer.write(item);
                }))
                .toList();
        together.countDown();

        for (var one : all) {
            assertThat(one.get()).isTrue();
        }
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1_000, 3_000).boxed().toList());
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(100));
    }

    private Future<Boolean> underWay(int item) {
        var one = callers.submit(() -> coalescer.write(item));
        await().atMost(PATIENCE).until(() -> batches.contains(List.of(item)));
        return one;
    }

    /** Returns when the caller waits for a batch that is not its own. */
    private Future<Boolean> begun(int item) {
        var before = coalescer.waiting();
        var one = callers.submit(() -> coalescer.write(item));
        await().atMost(PATIENCE).until(() -> coalescer.waiting() > before);
        return one;
    }
}
