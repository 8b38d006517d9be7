package org.parley.reporting.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.reporting.MetricGroup;

/** What is left to read of a year of a city as large as ours. */
class UsefulnessTest {

    private static final int BOROUGHS = 5;
    private static final int COMMANDS = 5;
    private static final int TYPES = 9;
    private static final Quarter LAST = new Quarter(2026, 4);

    @Test
    void aYearOfACityIsMostlyShown() {
        var programme = new Programme(11);
        var random = new Random(11);
        LAST.yearsQuarters().forEach(quarter -> {
            for (var borough = 0; borough < BOROUGHS; borough++) {
                for (var command = 0; command < COMMANDS; command++) {
                    var place = Programme.place(borough, command);
                    // Some commands do three times what others do.
                    var busy = 0.5 + command / 4.0 + random.nextDouble() * 0.3;
                    Map.of(
                                    MetricGroup.REFERRALS, 1000,
                                    MetricGroup.MICRO_INTERVENTIONS, 750,
                                    MetricGroup.SESSIONS, 100,
                                    MetricGroup.CERTIFICATES, 125)
                            .forEach((group, many) -> programme.happen(group, quarter, place, TYPES, (int)
                                    Math.round(many * busy / (BOROUGHS * COMMANDS * 1.15))));
                }
            }
        });
        var release = PublicSet.NONE.next(programme.counted(), LAST.yearsQuarters(), new Suppression(11));

        var shares = new TreeMap<String, Long>();
        for (var metric : PublicTable.allMetrics()) {
            for (var offer : PublicTable.offers(metric)) {
                for (var interval : offer.intervals()) {
                    var rows = new ArrayList<>(release.rows(offer, interval));
                    rows.removeIf(row -> Long.valueOf(0).equals(row.value()));
                    if (!rows.isEmpty()) {
                        shares.put(
                                metric.word() + " by "
                                        + offer.by().map(by -> by.word()).orElse("city") + " and " + interval.word(),
                                100
                                        * rows.stream()
                                                .filter(row -> row.value() != null)
                                                .count()
                                        / rows.size());
                    }
                }
            }
        }
        System.out.println("Share of counts shown, in percent: " + shares);
        assertThat(shares)
                .allSatisfy((figures, share) ->
                        assertThat(share).as(figures).isGreaterThanOrEqualTo(figures.contains(" by city ") ? 100 : 30));
        assertThat(shares.values().stream().mapToLong(Long::longValue).average().orElse(0))
                .isGreaterThan(75);
    }
}
