package org.parley.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.reporting.Dimension;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;

class FigureStreamTest {

    private static final Figure SUBMITTED = Figure.total(Metric.REFERRALS_SUBMITTED);
    private static final Figure AGREEMENTS = Figure.total(Metric.AGREEMENTS);
    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    private final Board board = new Board();
    private FigureStream stream = stream(Duration.ofMillis(100));
    private long offset;

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void beginsWithASnapshotAndGoesOnWithChanges() {
        publish(SUBMITTED, 1, 10);
        publish(AGREEMENTS, 1, 20);
        var client = connect(null, figure -> true);
        await().until(() -> client.text().contains("event: snapshot"));
        assertThat(client.text()).contains("\"value\":10", "\"value\":20");

        publish(SUBMITTED, 2, 11);

        await().until(() -> client.text().contains("event: figure"));
        assertThat(client.text()).contains("\"value\":11");
    }

    @Test
    void waitsWithTheSnapshotUntilTheTopicIsRead() {
        var client = connect(null, figure -> true);
        await().until(() -> client.text().contains("retry:"));
        assertThat(client.text()).doesNotContain("snapshot");

        publish(SUBMITTED, 1, 10);

        await().until(() -> client.text().contains("snapshot"));
    }

    @Test
    void resumesAfterTheLastEventOnAnyCopy() {
        publish(SUBMITTED, 1, 10);
        publish(AGREEMENTS, 1, 20);
        var first = connect(null, figure -> true);
        await().until(() -> first.text().contains("id: "));
        var last = first.lastId();
        publish(SUBMITTED, 2, 11);

        var again = connect(last, figure -> true);

        await().until(() -> again.text().contains("\"value\":11"));
        assertThat(again.text()).doesNotContain("snapshot", "\"value\":20");
    }

    @Test
    void anIdOfAnotherTopicOrNoneAtAllGetsEverything() {
        publish(SUBMITTED, 1, 10);

        for (var id : List.of("other~1", "nonsense", "topic~zzzz!", "topic~99")) {
            var client = connect(id, figure -> true);
            await().until(() -> client.text().contains("event: snapshot"));
        }
    }

    @Test
    void aRevisionNeverFalls() {
        publish(SUBMITTED, 5, 50);
        board.put(SUBMITTED, event(SUBMITTED, 4, 40), json(SUBMITTED, 4, 40), 0, 99);

        assertThat(board.find(SUBMITTED))
                .hasValueSatisfying(event -> assertThat(event.value()).isEqualTo(50));
    }

    @Test
    void aClientSeesItsOwnScopeOnly() {
        publish(SUBMITTED, 1, 10);
        publish(Figure.of(Metric.REFERRALS_SUBMITTED, Dimension.COMMAND, "PCT-075"), 1, 7);
        var client = connect(null, figure -> figure.dimensions().containsValue("PCT-075"));

        await().until(() -> client.text().contains("snapshot"));
        assertThat(client.text()).contains("\"value\":7").doesNotContain("\"value\":10");
    }

    @Test
    void aStalledClientCostsTheOthersNothing() {
        var stalled = new CountDownLatch(1);
        serve(null, figure -> true, new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    stalled.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        });
        var healthy = connect(null, figure -> true);

        for (var revision = 1; revision <= 200; revision++) {
            publish(SUBMITTED, revision, revision);
        }

        await().until(() -> healthy.text().contains("\"value\":200"));
        stalled.countDown();
    }

    @Test
    void manyRevisionsBetweenTwoLooksAreOneEvent() {
        publish(SUBMITTED, 1, 1);
        var client = connect(null, figure -> true);
        await().until(() -> client.text().contains("snapshot"));

        for (var revision = 2; revision <= 1000; revision++) {
            put(SUBMITTED, revision, revision);
        }
        reached();

        await().until(() -> client.text().contains("\"value\":1000"));
        assertThat(client.text().split("event: figure", -1)).hasSize(2);
    }

    @Test
    void theFirstChangeAfterAPauseGoesOutAtOnceAndTheNextWaitsForThePace() {
        stream = stream(Duration.ofDays(1));
        publish(SUBMITTED, 1, 1);
        var client = connect(null, figure -> true);
        await().until(() -> client.text().contains("snapshot"));

        publish(SUBMITTED, 2, 2);
        await().until(() -> client.text().contains("\"value\":2"));
        publish(SUBMITTED, 3, 3);

        await().during(Duration.ofMillis(300)).until(() -> !client.text().contains("\"value\":3"));
    }

    @Test
    void endsWhenTheTokenDoes() throws Exception {
        publish(SUBMITTED, 1, 1);
        var ended = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            stream.serve(figure -> true, null, Instant.now().plusMillis(300), new ByteArrayOutputStream());
            ended.countDown();
        });

        assertThat(ended.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(stream.clients()).isZero();
    }

    private record Client(ByteArrayOutputStream out) {
        String text() {
            return out.toString(StandardCharsets.UTF_8);
        }

        String lastId() {
            return Pattern.compile("id: (.*)")
                    .matcher(text())
                    .results()
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .group(1);
        }
    }

    private FigureStream stream(Duration pace) {
        return new FigureStream(board, Clock.systemUTC(), new SimpleMeterRegistry(), pace);
    }

    private Client connect(@Nullable String lastEventId, Predicate<Figure> seen) {
        var client = new Client(new ByteArrayOutputStream());
        serve(lastEventId, seen, client.out());
        return client;
    }

    private void serve(@Nullable String lastEventId, Predicate<Figure> seen, OutputStream out) {
        Thread.ofVirtual().start(() -> stream.serve(seen, lastEventId, LATER, out));
    }

    private void publish(Figure figure, long revision, long value) {
        put(figure, revision, value);
        reached();
    }

    private void put(Figure figure, long revision, long value) {
        board.put(figure, event(figure, revision, value), json(figure, revision, value), 0, offset++);
    }

    private void reached() {
        board.reached("topic", List.of(offset));
    }

    private static FigureEvent event(Figure figure, long revision, long value) {
        return FigureEvent.of(figure, value, revision, Instant.EPOCH);
    }

    private static String json(Figure figure, long revision, long value) {
        return "{\"figure\":\"" + figure.id() + "\",\"revision\":" + revision + ",\"value\":" + value + "}";
    }
}
