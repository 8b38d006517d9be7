package org.parley.starter.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private Duration pause = Duration.ofMillis(1);

    private final RepeatedWork work = new RepeatedWork("test") {

        @Override
        protected void round() {
            begun.countDown();
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one fails");
            }
            ended.incrementAndGet();
        }

        @Override
        protected Duration pause() {
            return pause;
        }
    };

    @AfterEach
    void end() {
        work.stop();
    }

    @Test
    void goesOnAfterARoundThatFailed() {
        work.start();
        await().untilAsserted(() -> assertThat(ended).hasValueGreaterThan(2));
        assertThat(work.isRunning()).isTrue();
    }

    @Test
    void endsInTheMiddleOfItsPauseAndDoesNothingAfterThat() throws InterruptedException {
        pause = Duration.ofHours(1);
        work.start();
        begun.await();
        work.stop();
        assertThat(work.isRunning()).isFalse();
        assertThat(rounds).hasValue(1);
    }
}
