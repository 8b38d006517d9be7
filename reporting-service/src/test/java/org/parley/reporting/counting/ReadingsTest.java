package org.parley.reporting.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_ENGAGED;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.Metric.TIME_TO_ACCEPT;
import static org.parley.reporting.counting.Log.referral;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.reporting.Amount;
import org.parley.reporting.Comparison;
import org.parley.reporting.Contribution;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Measure;
import org.parley.reporting.Measures;
import org.parley.reporting.Rate;
import org.parley.reporting.Scope;
import org.parley.testing.Backing;

/** Figures as they were, and beside those of other periods. */
class ReadingsTest {

    /** The log's first record is from the morning of the 23rd, and each record comes an hour after the one before. */
    private static final LocalDate RECORDED = LocalDate.of(2026, 11, 23);

    private static final int HOURS = 20;
    private static final Scope EVERYTHING = new Scope(true, Map.of());
    private static MongoClient client;

    private final MongoDatabase database = client.getDatabase(Backing.newScope());
    private final Readings readings = new Readings(new Rollups(database));
    private final Log log = new Log();

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Backing.mongodbUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void tellsFiguresAsTheyWereRecordedByTheEndOfADay() {
        submitted("a", "2026-10-05");
        submitted("b", "2026-10-06");
        hoursPass();
        // a was of September, b is taken back, and c is told of late
        log.add(0, "referral/a", 2, referral(LocalDate.parse("2026-09-30"), "", REFERRALS_SUBMITTED));
        log.add(0, "referral/b", 2, Contribution.NONE);
        submitted("c", "2026-10-07");
        count();

        assertThat(rows(asOf(RECORDED.minusDays(1)))).isEmpty();
        assertThat(rows(asOf(RECORDED))).containsExactly("2026-10-01 2");
        assertThat(rows(asOf(RECORDED.plusDays(1)))).containsExactly("2026-09-01 1", "2026-10-01 1");
        assertThat(rows(asOf(null))).isEqualTo(rows(asOf(RECORDED.plusDays(1))));
    }

    @Test
    void anAnswerOfAPastDayIsOfItsEndInNewYork() {
        submitted("a", "2026-10-05");
        hoursPass();
        submitted("b", "2026-10-05");
        count();

        assertThat(readings.read(asOf(RECORDED)).asOf()).isEqualTo("2026-11-24T05:00:00Z");
        assertThat(readings.read(asOf(RECORDED.plusDays(5))).asOf()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
    }

    @Test
    void aRateOfAPastDayIsOfWhatWasKnownThen() {
        submitted("a", "2026-10-05");
        hoursPass();
        log.add(
                0,
                "referral/a",
                2,
                Contribution.on(LocalDate.parse("2026-10-05"), List.of("BROOKLYN", "PCT-075", "nypi", "NOISE"))
                        .one(REFERRALS_SUBMITTED)
                        .one(REFERRALS_ACCEPTED)
                        .one(REFERRALS_ENGAGED)
                        .took(TIME_TO_ACCEPT, Instant.EPOCH, Instant.EPOCH.plusSeconds(7200))
                        .done());
        count();

        var median = Measures.find("time-to-accept-median").orElseThrow();
        assertThat(total(Rate.ENGAGEMENT_RATE, RECORDED)).isEqualTo(new Amount.Quotient(0, 0, null));
        assertThat(total(Rate.ENGAGEMENT_RATE, null)).isEqualTo(new Amount.Quotient(1, 1, null));
        assertThat(total(median, RECORDED)).isEqualTo(new Amount.OfMany(0, null));
        assertThat(total(median, null)).isEqualTo(new Amount.OfMany(1, 120L));
    }

    @Test
    void showsThePeriodBeforeBesideEach() {
        submitted("a", "2026-08-31");
        submitted("b", "2026-09-30");
        submitted("c", "2026-09-01");
        submitted("d", "2026-11-02");
        count();

        assertThat(rows(compared(Interval.MONTH, "2026-09-01", null, Comparison.PREVIOUS)))
                .containsExactly(
                        "2026-09-01 2 before 2026-08-01 1",
                        "2026-10-01 0 before 2026-09-01 2",
                        "2026-11-01 1 before 2026-10-01 0");
        assertThat(rows(compared(Interval.MONTH, null, "2026-12-31", Comparison.PREVIOUS)))
                .last()
                .isEqualTo("2026-12-01 0 before 2026-11-01 1");
        assertThat(rows(compared(Interval.QUARTER, "2026-10-01", "2026-12-31", Comparison.PREVIOUS)))
                .containsExactly("2026-10-01 1 before 2026-07-01 3");
    }

    @Test
    void comparesSoManyDaysWithAsMany() {
        submitted("a", "2026-10-20");
        submitted("b", "2026-10-21");
        submitted("c", "2026-11-20");
        submitted("d", "2026-11-21");
        count();

        assertThat(rows(compared(Interval.MONTH, "2026-11-01", "2026-11-20", Comparison.PREVIOUS)))
                .containsExactly("2026-11-01 1 before 2026-10-01 1");
        assertThat(rows(compared(Interval.ALL, "2026-11-01", "2026-11-30", Comparison.PREVIOUS)))
                .containsExactly("all 2 before all 2");
        assertThat(rows(compared(Interval.ALL, "2026-11-20", "2026-11-21", Comparison.PREVIOUS)))
                .containsExactly("all 2 before all 0");
    }

    @Test
    void comparesAPartOfAMonthWithAsManyDaysOfTheOneBefore() {
        submitted("a", "2026-02-28");
        submitted("b", "2026-03-01");
        submitted("c", "2026-04-30");
        submitted("d", "2026-05-01");
        count();

        assertThat(rows(compared(Interval.MONTH, "2026-05-01", "2026-05-30", Comparison.PREVIOUS)))
                .containsExactly("2026-05-01 1 before 2026-04-01 1");
        for (var last : List.of("2026-03-28", "2026-03-30", "2026-03-31")) {
            assertThat(rows(compared(Interval.MONTH, "2026-03-01", last, Comparison.PREVIOUS)))
                    .as(last)
                    .containsExactly("2026-03-01 1 before 2026-02-01 1");
        }
        assertThat(rows(compared(Interval.MONTH, "2026-05-01", "2026-05-29", Comparison.PREVIOUS)))
                .containsExactly("2026-05-01 1 before 2026-04-01 0");
    }

    @Test
    void comparesWithTheYearBefore() {
        submitted("a", "2024-02-28");
        submitted("b", "2024-02-29");
        submitted("c", "2025-02-28");
        // Mondays, 52 weeks apart
        submitted("d", "2025-11-24");
        submitted("e", "2026-11-23");
        count();

        assertThat(rows(compared(Interval.MONTH, "2025-02-01", "2025-02-28", Comparison.YEAR)))
                .containsExactly("2025-02-01 1 before 2024-02-01 2");
        assertThat(rows(compared(Interval.DAY, "2025-02-28", "2025-02-28", Comparison.YEAR)))
                .containsExactly("2025-02-28 1 before 2024-02-28 1");
        assertThat(rows(compared(Interval.WEEK, "2026-11-23", null, Comparison.YEAR)))
                .containsExactly("2026-11-23 1 before 2025-11-24 1");
        assertThat(rows(compared(Interval.ALL, "2025-02-01", "2025-02-28", Comparison.YEAR)))
                .containsExactly("all 1 before all 2");
    }

    @Test
    void aTagChangesWithWhatIsComparedAndIsAnotherForEachQuestion() {
        submitted("a", "2026-11-02");
        count();
        var compared = compared(Interval.MONTH, "2026-11-01", null, Comparison.PREVIOUS);
        var plain = compared(Interval.MONTH, "2026-11-01", null, null);
        var before = readings.tag(compared);
        assertThat(readings.read(compared).tag()).isEqualTo(before).isNotEqualTo(readings.tag(plain));
        assertThat(readings.tag(asOf(RECORDED))).isNotEqualTo(readings.tag(asOf(RECORDED.minusDays(1))));

        // only October's rollup is another one now
        submitted("b", "2026-10-02");
        count();

        assertThat(readings.tag(compared)).isNotEqualTo(before);
        assertThat(readings.read(compared).tag()).isEqualTo(readings.tag(compared));
        assertThat(rows(compared)).containsExactly("2026-11-01 1 before 2026-10-01 1");
    }

    private void submitted(String id, String day) {
        log.add(0, "referral/" + id, 1, referral(LocalDate.parse(day), "", REFERRALS_SUBMITTED));
    }

    private void hoursPass() {
        for (var hour = 1; hour < HOURS; hour++) {
            log.add(0, "referral/none", 1, Contribution.NONE);
        }
    }

    private void count() {
        new Copy(database, log).pollToTheEnd(3);
    }

    private Amount total(Measure measure, @Nullable LocalDate asOf) {
        return readings.read(new MetricQuery(measure, List.of(), Interval.ALL, null, null, asOf, null, EVERYTHING))
                .rows()
                .getFirst()
                .amount();
    }

    private static MetricQuery asOf(@Nullable LocalDate day) {
        return new MetricQuery(
                REFERRALS_SUBMITTED, List.of(Dimension.CENTER), Interval.MONTH, null, null, day, null, EVERYTHING);
    }

    private static MetricQuery compared(
            Interval interval, @Nullable String from, @Nullable String to, @Nullable Comparison comparison) {
        return new MetricQuery(
                REFERRALS_SUBMITTED,
                List.of(),
                interval,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                comparison,
                EVERYTHING);
    }

    private List<String> rows(MetricQuery query) {
        return readings.read(query).rows().stream()
                .map(row -> text(row.period(), row.amount())
                        + (row.before() == null
                                ? ""
                                : " before "
                                        + text(
                                                row.before().period(),
                                                row.before().amount())))
                .toList();
    }

    private static String text(String period, Amount amount) {
        return period + " " + ((Amount.Count) amount).value();
    }
}
