package org.parley.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReferralsTest {

    @Test
    void whatIsReadAddsUpToWhatWasTold() {
        var referrals = new Referrals(3_000, 1);
        var known = new HashMap<String, Contribution>();
        var figures = new TreeMap<String, Long>();
        referrals.forEachRemaining(event -> {
            var now = CountedReferral.read(event.data()).contribution();
            now.since(known.getOrDefault(event.subject(), Contribution.NONE))
                    .forEach((figure, change) -> figures.merge(figure, change, Long::sum));
            known.put(event.subject(), now);
        });
        figures.values().removeIf(value -> value == 0);

        assertThat(figures).isEqualTo(referrals.figures());
        assertThat(figures).containsKeys("referrals-closed", "referrals-screened-out|borough=BRONX");
    }

    @Test
    void everyReferralIsToldInOrder() {
        var last = new HashMap<String, Long>();
        new Referrals(3_000, 1)
                .forEachRemaining(event -> assertThat(last.put(event.subject(), event.sequence()))
                        .isEqualTo(event.sequence() == 1 ? null : event.sequence() - 1));

        assertThat(last.size()).isBetween(450, 700);
    }

    @Test
    void theSameSeedTellsTheSame() {
        assertThat(new Referrals(500, 7).next().data())
                .isEqualTo(new Referrals(500, 7).next().data());
    }

    @Test
    void contributionsAreKeptAsText() {
        var event = new Referrals(10, 3).next();
        var contribution = CountedReferral.read(event.data()).contribution();

        assertThat(Contribution.parse(contribution.text())).isEqualTo(contribution);
        assertThat(Contribution.parse(Contribution.NONE.text())).isEqualTo(Contribution.NONE);
    }
}
