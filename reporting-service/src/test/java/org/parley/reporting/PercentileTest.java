package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** However often facts are corrected and taken back: what remains is a histogram of the last of each. */
class PercentileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> PLACE = List.of("BROOKLYN", "PCT-075", "nypi", "NOISE");

    /** @param minutes a multiple of 7 is a fact that is taken back */
    record Said(
            @IntRange(max = 5) int fact,
            @IntRange(max = 200_000) int minutes) {
        Contribution contribution() {
            return minutes % 7 == 0
                    ? Contribution.NONE
                    : Contribution.on(DAY, PLACE)
                            .took(Metric.SESSION_DURATION, BEGIN, BEGIN.plusSeconds(minutes * 60L + 59))
                            .done();
        }
    }

    @Property
    void correctionsLeaveTheHistogramOfTheLastFacts(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> facts,
            @ForAll @Size(60) List<@IntRange(max = 200_000) Integer> minutes) {
        var last = new HashMap<Integer, Said>();
        var tally = new Tally();
        for (var i = 0; i < facts.size(); i++) {
            var said = new Said(facts.get(i), minutes.get(i));
            var before = last.put(said.fact(), said);
            said.contribution()
                    .minus(before == null ? Contribution.NONE : before.contribution())
                    .cells()
                    .forEach((cell, value) -> tally.add(cell.metric(), cell.details(), value));
        }

        var right = new Histogram(3);
        last.values().stream()
                .filter(said -> said.minutes() % 7 != 0)
                .forEach(said -> right.recordValue(said.minutes()));
        assertThat(tally.histogram(Metric.SESSION_DURATION)).isEqualTo(right);
        for (var percentile : Percentile.ALL) {
            if (percentile.distribution() == Metric.SESSION_DURATION) {
                assertThat(percentile.amount(tally)).isEqualTo(amount(right, percentile.percent()));
            }
        }
    }

    /** Nearest rank, by sorting. */
    @Property
    void aPercentileIsRightToAThousandth(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 2_000_000) Integer> all) {
        var counts = all.stream().collect(Collectors.groupingBy(one -> Buckets.of(one), Collectors.counting()));
        var sorted = all.stream().sorted().toList();

        for (var percent : List.of(50, 90)) {
            var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
            var right = sorted.get(rank - 1);

            assertThat((double) Buckets.at(Buckets.histogram(counts), percent)).isBetween(right * 0.999, right * 1.001);
        }
    }

    private static Amount amount(Histogram right, int percent) {
        @Nullable
        Long value = right.getTotalCount() == 0
                ? null
                : Long.valueOf(right.medianEquivalentValue(right.getValueAtPercentile(percent)));
        return new Amount.OfMany(right.getTotalCount(), value);
    }
}
