package org.parley.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.starter.FollowedThings;
import org.parley.starter.Thing;
import org.parley.testing.Backing;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ParleyTest
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Documents<Thing> things;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Topics topics;

    @Autowired
    private FollowedThings followers;

    private final String id = UUID.randomUUID().toString();

    @Test
    void sendsEachChangeInOrderAndThenClearsIt() {
        things.insert(id, Thing.none(UUID.randomUUID()), List.of());
        for (var i = 0; i < 5; i++) {
            things.change(id, Thing::countUp);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L, 5L));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outbox()).isEmpty());
        assertThat(things.find(id).orElseThrow().version()).isEqualTo(6);
        assertThat(Topic.headers(topics.named("things.v1").about(id).getFirst()))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", id + ":1")
                .containsEntry("ce_source", "/parley/starter-test")
                .containsEntry("ce_type", Thing.COUNTED)
                .containsEntry("ce_subject", id)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_partitionkey", id)
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time");
    }

    @Test
    void readsBackWhatItWrote() {
        var thing = Thing.none(UUID.randomUUID());

        things.insert(id, thing, List.of());
        things.change(id, Thing::countUp);

        assertThat(things.find(id).orElseThrow().state())
                .isEqualTo(new Thing(thing.owner(), 1, thing.day(), thing.at(), null));
    }

    @Test
    void findsTheFirstWhenTheSameIdIsInsertedAgain() {
        var first = Thing.none(UUID.randomUUID());

        assertThat(things.insert(id, first, List.of())).isInstanceOf(Insertion.Inserted.class);
        assertThat(things.insert(id, Thing.none(UUID.randomUUID()), List.of()))
                .isInstanceOfSatisfying(
                        Insertion.Existing.class,
                        existing -> assertThat(existing.held().state()).isEqualTo(first));
    }

    @Test
    void insertsManyAndTellsWhichWereThere() {
        var other = UUID.randomUUID().toString();
        things.insert(id, Thing.none(UUID.randomUUID()), List.of());

        var answers = things.insertAll(Stream.of(id, other)
                .map(one -> new New<>(one, Thing.none(UUID.randomUUID()), List.of(new Fact(Thing.COUNTED, one, "x"))))
                .toList());

        assertThat(answers.get(id)).isInstanceOf(Insertion.Existing.class);
        assertThat(answers.get(other)).isInstanceOf(Insertion.Inserted.class);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(topics.named("things.v1").about(other)).hasSize(1));
        assertThat(topics.named("things.v1").about(id)).isEmpty();
    }

    @Test
    void losesAndDoublesNothingWhenManyWriteAtOnce() throws Exception {
        things.insert(id, Thing.none(UUID.randomUUID()), List.of());
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> write = () -> things.change(id, Thing::countUp);
            for (var done : writers.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> write).toList())) {
                done.get();
            }
        }

        assertThat(things.find(id).orElseThrow().state().count()).isEqualTo(64);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sequences().stream().distinct())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 64).boxed().toList()));
    }

    @Test
    void sendsWhatACrashLeftBehind() {
        things.insert(id, Thing.none(UUID.randomUUID()), List.of());
        // as a process leaves it that dies between the write and the send
        mongo.getCollection("things")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$push",
                                new Document(
                                        "outbox",
                                        new OutboxEntry(
                                                        1,
                                                        Thing.COUNTED,
                                                        id,
                                                        1,
                                                        Instant.now(),
                                                        "{}".getBytes(StandardCharsets.UTF_8))
                                                .toDocument())));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sequences()).containsExactly(1L));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outbox()).isEmpty());
    }

    @Test
    void sendsNothingThatItsFollowerHasNotSeenAndKeepsTheOrder() {
        followers.faults.set(2);

        things.insert(
                id,
                Thing.none(UUID.randomUUID()),
                List.of(new Fact(FollowedThings.FOLLOWED, id, "one"), new Fact(FollowedThings.FOLLOWED, id, "two")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sequences()).containsExactly(1L, 2L));
        assertThat(followers.followed).containsExactly(1L, 2L);
        assertThat(followers.faults).hasValue(0);
    }

    @Test
    void goesOnTakingWhileTheBrokerIsAwayAndSendsEverythingWhenItIsBack() {
        Backing.broker().assumeKillable();
        var ids = IntStream.range(0, 50)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();

        Backing.broker().kill();
        try {
            ids.forEach(one -> {
                things.insert(one, Thing.none(UUID.randomUUID()), List.of(new Fact(Thing.COUNTED, one, "first")));
                things.change(one, Thing::countUp);
            });
        } finally {
            Backing.broker().start();
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var seen = topics.named("things.v1").records().stream()
                    .filter(one -> ids.contains(one.key()))
                    .map(one -> Topic.headers(one).get("ce_id"))
                    .distinct();
            assertThat(seen).hasSize(2 * ids.size());
        });
    }

    private List<Long> sequences() {
        return topics.named("things.v1").about(id).stream()
                .map(one -> Long.valueOf(Topic.headers(one).get("ce_sequence")))
                .toList();
    }

    private List<Document> outbox() {
        return mongo.getCollection("things")
                .find(new Document("_id", id))
                .first()
                .getList("outbox", Document.class);
    }
}
