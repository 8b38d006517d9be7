package org.parley.enrollment.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.starter.store.ClockCheck;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever happens, what is due is looked at, and what is done is not looked at again. */
@ParleyTest(properties = "parley.enrollment.timekeeping.poll=1d")
class TimekeepingTest {

    private static final Duration FAR = Duration.ofDays(36_500);
    private static final Duration CLOSE = Duration.ofMinutes(1);

    @Autowired
    MongoTemplate mongo;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final List<UUID> looked = new ArrayList<>();
    private final Set<UUID> failing = new HashSet<>();

    @BeforeEach
    void nothingIsDue(@Autowired Timekeeper ofTheService) {
        ofTheService.stop();
        mongo.getCollection("wakeups").deleteMany(new Document());
    }

    @Test
    void looksOnTheDayAndOnce() {
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-18"), "work", one);
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-18"), "work", one);

        keeper("2026-07-17", FAR).round();
        assertThat(looked).isEmpty();
        keeper("2026-07-18", FAR).round();
        keeper("2026-07-18", FAR).round();
        keeper("2026-07-19", FAR).round();
        assertThat(looked).containsExactly(one);
    }

    @Test
    void looksTodayAtWhatWasDueBefore() {
        wakeups("2026-07-16").add(LocalDate.parse("2020-01-01"), "work", one);

        keeper("2026-07-16", FAR).round();
        assertThat(looked).containsExactly(one);
    }

    @Test
    void forgetsNothingHoweverLongNobodyIsThere() {
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-18"), "work", one);
        wakeups("2026-07-16").add(LocalDate.parse("2027-07-18"), "work", other);

        keeper("2029-01-01", FAR).round();
        assertThat(looked).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void isKeptUpByNoneThatFailsAndTriesThatAgain() {
        var due = LocalDate.parse("2026-07-16");
        failing.add(one);
        wakeups("2026-07-16").add(due, "work", one);
        wakeups("2026-07-16").add(due, "work", other);

        keeper("2026-07-16", FAR).round();
        assertThat(looked).containsExactly(other);
        failing.clear();
        keeper("2026-09-01", FAR).round();
        assertThat(looked).containsExactly(other, one);
    }

    @Test
    void leavesBehindDaysOfWhichAllIsDoneAndNoOthers() {
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-16"), "work", one);
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-30"), "work", other);
        keeper("2026-07-20", FAR).round();

        assertThat(days()).containsExactlyInAnyOrder("progress", "2026-07-30");
        keeper("2026-08-20", FAR).round();
        assertThat(looked).containsExactly(one, other);
        assertThat(days()).containsExactly("progress");
    }

    @Test
    void losesNothingThatACopyAddsByWhoseClockItIsStillYesterday() {
        keeper("2026-07-18", FAR).round();
        wakeups("2026-07-17").add(LocalDate.parse("2026-07-17"), "work", one);

        keeper("2026-07-17", FAR).round();
        assertThat(looked).isEmpty();
        keeper("2026-07-18", FAR).round();
        assertThat(looked).containsExactly(one);
    }

    @Test
    void looksAtNothingByAClockThatDisagreesWithTheStores() {
        wakeups("2026-07-16").add(LocalDate.parse("2026-07-16"), "work", one);

        keeper("2026-07-16", CLOSE).round();
        assertThat(looked).isEmpty();
        keeper("2026-07-16", FAR).round();
        assertThat(looked).containsExactly(one);
    }

    private final class Work implements DueWork {

        @Override
        public String word() {
            return "work";
        }

        @Override
        public void lookAt(UUID id, LocalDate today) {
            if (failing.contains(id)) {
                throw new IllegalStateException("fails");
            }
            looked.add(id);
        }
    }

    private List<String> days() {
        var days = new ArrayList<String>();
        mongo.getCollection("wakeups").find().forEach(found -> days.add(found.getString("_id")));
        return days;
    }

    private Wakeups wakeups(String day) {
        return new Wakeups(mongo, new Days(noon(day)));
    }

    private Timekeeper keeper(String day, Duration tolerance) {
        var settings = new TimekeepingSettings(Duration.ofDays(1), tolerance);
        var check = new ClockCheck(mongo, settings.clockTolerance(), "suspended", new SimpleMeterRegistry());
        return new Timekeeper(wakeups(day), new Days(noon(day)), List.of(new Work()), settings, check);
    }

    private static Clock noon(String day) {
        return Clock.fixed(Instant.parse(day + "T16:00:00Z"), ZoneOffset.UTC);
    }
}
