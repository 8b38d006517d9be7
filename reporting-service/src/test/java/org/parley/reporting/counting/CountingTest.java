package org.parley.reporting.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.counting.Log.NOVEMBER;
import static org.parley.reporting.counting.Log.OCTOBER;
import static org.parley.reporting.counting.Log.referral;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reporting.Contribution;
import org.parley.reporting.Figure;
import org.parley.testing.Backing;

/** On the real store: counted exactly once, whatever dies, repeats, or gets in between. */
class CountingTest {

    private static final Map<Long, StoredFigures> UNDISTURBED = new HashMap<>();
    private static MongoClient client;

    private final MongoDatabase database = client.getDatabase(Backing.newScope());

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Backing.mongodbUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void countsWhatTheLastEventOfEachAggregateSays() {
        var log = new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED))
                .add(1, "referral/b", 1, referral(OCTOBER, "", REFERRALS_SUBMITTED));

        new Copy(database, log).pollToTheEnd(10);

        assertThat(StoredFigures.added(database, log.all()))
                .isEqualTo(StoredFigures.recounted(log.all()))
                .containsEntry(Figure.total(REFERRALS_SUBMITTED), 2L)
                .containsEntry(Figure.of(REFERRALS_SUBMITTED, OCTOBER), 1L)
                .containsEntry(Figure.total(REFERRALS_ACCEPTED), 1L);
    }

    @Test
    void aCorrectionMovesThePeriodItBelongsTo() {
        var log = new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, referral(OCTOBER, "", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 3, Contribution.NONE);
        var copy = new Copy(database, log);

        copy.poll(2);
        assertThat(StoredFigures.in(database).numbers())
                .containsEntry("referrals/0/2026-10 days 30 referrals-submitted", 1L)
                .doesNotContainKey("referrals/0/2026-11 days 23 referrals-submitted");

        copy.poll(1);
        assertThat(StoredFigures.in(database).numbers()).isEmpty();
    }

    @Test
    void aFactThatWasWrittenWithEachCellAloneIsTakenAwayAllTheSame() {
        var log = new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, Contribution.NONE);
        var copy = new Copy(database, log);
        copy.poll(1);
        var alone = new Document("referrals-submitted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE", 1L);
        database.getCollection("facts")
                .updateOne(
                        new Document("_id", "referral/a"), new Document("$set", new Document("contribution", alone)));

        copy.poll(1);

        assertThat(StoredFigures.in(database).numbers()).isEmpty();
    }

    @Test
    void cellsAreKeptByTheDayTheyWereRecorded() {
        var log = new Log().add(0, "referral/a", 1, referral(OCTOBER, "", REFERRALS_SUBMITTED));
        for (var hours = 1; hours < 30; hours++) {
            log.add(0, "referral/a", 1, Contribution.NONE);
        }
        log.add(0, "referral/a", 2, referral(OCTOBER, "", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED));

        new Copy(database, log).pollToTheEnd(100);

        assertThat(StoredFigures.in(database).numbers())
                .containsEntry(
                        "referrals/0/2026-10 cells 30|2026-11-23|BROOKLYN|PCT-075||NOISE referrals-submitted", 1L)
                .containsEntry(
                        "referrals/0/2026-10 cells 30|2026-11-24|BROOKLYN|PCT-075||NOISE referrals-accepted", 1L);
    }

    @Test
    void disorderAndRepetitionsChangeNothingAndAreCounted() {
        var log = new Log()
                .add(0, "referral/a", 2, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED))
                .add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED));
        var copy = new Copy(database, log);

        copy.pollToTheEnd(1);

        assertThat(StoredFigures.added(database, log.all())).isEqualTo(StoredFigures.recounted(log.all()));
        assertThat(copy.meters
                        .counter("parley.events.duplicates", "collection", "facts")
                        .count())
                .isEqualTo(2);
        assertThat(copy.meters
                        .counter("parley.events.gaps", "collection", "facts")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aCrashAtAnyStepIsHealedByTheReplay(Step fatal) {
        var log = Log.random(7);
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> new Copy(database, log).diesAt(fatal).poll(20));

        // the successor reads in other portions
        new Copy(database, log).pollToTheEnd(3);

        assertThat(StoredFigures.in(database)).isEqualTo(undisturbed(7));
        assertThat(StoredFigures.added(database, log.all())).isEqualTo(StoredFigures.recounted(log.all()));
    }

    @Test
    void whatAddsUpToNothingMovesTheFenceAllTheSame() {
        // b takes the place of a in the same cell: the poll changes nothing, half of its facts get written
        var log = new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, Contribution.NONE)
                .add(0, "referral/b", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED));
        new Copy(database, log).poll(1);
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> new Copy(database, log)
                        .diesAt(Step.HALF_OF_THE_FACTS_WRITTEN)
                        .poll(2));

        new Copy(database, log).pollToTheEnd(1);

        assertThat(StoredFigures.added(database, log.all())).isEqualTo(StoredFigures.recounted(log.all()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void manyCrashesAndShiftedPortionsGiveTheSameFigures(long seed) {
        var log = Log.random(seed);
        var random = new Random(seed);

        for (var more = true; more; ) {
            var copy = new Copy(database, log).at(step -> {
                if (random.nextInt(6) == 0) {
                    throw new Broken();
                }
            });
            try {
                more = copy.poll(1 + random.nextInt(12));
            } catch (Broken e) {
                more = true;
            }
        }

        assertThat(StoredFigures.in(database)).isEqualTo(undisturbed(seed));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anotherCopyInBetweenIsNoticedAndChangesNothing(Step between) {
        var log = Log.random(7);
        var successor = new Copy(database, log);
        var asleep = new Copy(database, log).at(step -> {
            if (step == between) {
                successor.poll(3);
            }
        });

        try {
            asleep.poll(12);
        } catch (LostGuard e) {
            assertThat(asleep.meters.counter("parley.reporting.guards.lost").count())
                    .isEqualTo(1);
        }
        successor.pollToTheEnd(4);

        assertThat(StoredFigures.in(database)).isEqualTo(undisturbed(7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoCopiesThatBothWriteGiveTheSameFigures(long seed) {
        var log = Log.random(seed);
        var random = new Random(seed);
        var other = new Copy(database, log);
        var one = new Copy(database, log).at(step -> {
            if (random.nextInt(4) == 0) {
                other.poll(1 + random.nextInt(8));
            }
            if (random.nextInt(10) == 0) {
                throw new Broken();
            }
        });

        for (var more = true; more; ) {
            try {
                more = one.poll(1 + random.nextInt(12));
            } catch (LostGuard | Broken e) {
                more = true;
            }
        }

        assertThat(StoredFigures.in(database)).isEqualTo(undisturbed(seed));
    }

    @Test
    void aFactIsNeverSetBack() {
        var log = aReferralAcceptedAndThenEnteredInError();
        new Copy(database, log).poll(1);
        var successor = new Copy(database, log);
        var asleep = new Copy(database, log).at(step -> {
            if (step == Step.PARTS_SENT) {
                successor.poll(2);
            }
        });
        asleep.poll(1);
        // the cursor stands where the successor left it
        assertThat(successor.poll(1)).isTrue();
        assertThat(successor.poll(1)).isFalse();

        assertThat(StoredFigures.in(database).numbers()).isEmpty();
    }

    @Test
    void theCursorWaitsForAFactThatAnotherCopyLeftBehind() {
        var log = aReferralAcceptedAndThenEnteredInError();
        var slow = new Copy(database, log);
        var fast = new Copy(database, log).at(step -> {
            if (step == Step.PARTS_SENT) {
                slow.poll(1);
            }
        });
        assertThatExceptionOfType(LostGuard.class).isThrownBy(() -> fast.poll(2));

        new Copy(database, log).pollToTheEnd(1);

        assertThat(StoredFigures.in(database).numbers()).isEmpty();
    }

    private static Log aReferralAcceptedAndThenEnteredInError() {
        return new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 2, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED))
                .add(0, "referral/a", 3, referral(NOVEMBER, "nypi", REFERRALS_SUBMITTED))
                .add(0, "referral/a", 4, Contribution.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aTopicMadeAnewStopsCountingLoudlyInEveryPartition(int partition) {
        var log = new Log().add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED));
        new Copy(database, log).pollToTheEnd(1);
        var madeAnew = Map.of(Log.TOPIC, "second-topic");
        var more = new Log().add(partition, "referral/b", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED));
        var copy = new Copy(database, more);

        assertThatExceptionOfType(UnknownTopic.class)
                .isThrownBy(() -> copy.work(more.all(), madeAnew))
                .withMessageContaining("first-topic")
                .withMessageContaining("second-topic");
        assertThatExceptionOfType(UnknownTopic.class).isThrownBy(() -> copy.cursors(madeAnew));
        assertThat(StoredFigures.added(database, log.all())).isEqualTo(StoredFigures.recounted(log.all()));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void noPartOfAFigureIsLostWhereverItDies(Step fatal) {
        var log = new Log().add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED));
        var dying = new Copy(database, log).diesAt(fatal);
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> dying.poll(1));
        var successor = new Copy(database, log);

        successor.pollToTheEnd(1);

        assertThat(Stream.concat(dying.sent.stream(), successor.sent.stream()))
                .filteredOn(part -> part.figure().equals(Figure.total(REFERRALS_SUBMITTED)))
                .isNotEmpty()
                .allSatisfy(part -> {
                    assertThat(part.value()).isEqualTo(1);
                    assertThat(part.revision()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aNewValueOfAPartHasAHigherRevision(long seed) {
        var log = Log.random(seed);
        var random = new Random(seed);
        var rollups = new Rollups(database);
        var figures = StoredFigures.everyFigure(log.all());
        var known = new HashMap<String, Partial>();
        var copy = new Copy(database, log).at(step -> {
            for (var part : rollups.parts(figures)) {
                var before = known.put(part.figure().id() + "/" + part.partition(), part);
                if (before != null && before.value() != part.value()) {
                    assertThat(part.revision()).isGreaterThan(before.revision());
                } else if (before != null) {
                    assertThat(part.revision()).isGreaterThanOrEqualTo(before.revision());
                }
            }
        });

        for (var more = true; more; ) {
            more = copy.poll(1 + random.nextInt(8));
        }
        assertThat(known).isNotEmpty();
    }

    @Test
    void theEventsOfOtherFiguresLeaveARevisionAsItIs() {
        var log = new Log()
                .add(0, "referral/a", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED, REFERRALS_ACCEPTED))
                .add(0, "referral/b", 1, referral(NOVEMBER, "", REFERRALS_SUBMITTED));

        new Copy(database, log).pollToTheEnd(1);

        assertThat(new Rollups(database).parts(List.of(Figure.total(REFERRALS_ACCEPTED))))
                .extracting(Partial::revision)
                .containsExactly(1L);
        assertThat(new Rollups(database).parts(List.of(Figure.total(REFERRALS_SUBMITTED))))
                .extracting(Partial::revision)
                .containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRevisionIsTheSameWhereverPollsEnd(long seed) {
        var log = Log.random(seed);
        var figures = StoredFigures.everyFigure(log.all());
        new Copy(database, log).pollToTheEnd(5);
        var other = client.getDatabase(Backing.newScope());

        new Copy(other, log).pollToTheEnd(1);

        assertThat(new Rollups(database).parts(figures)).hasSameElementsAs(new Rollups(other).parts(figures));
    }

    /** The log of this seed, counted by one copy, one record at a time. */
    private static StoredFigures undisturbed(long seed) {
        return UNDISTURBED.computeIfAbsent(seed, once -> {
            var quiet = client.getDatabase(Backing.newScope());
            new Copy(quiet, Log.random(seed)).pollToTheEnd(1);
            return StoredFigures.in(quiet);
        });
    }
}
