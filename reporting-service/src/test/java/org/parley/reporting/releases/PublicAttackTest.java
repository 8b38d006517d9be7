package org.parley.reporting.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.LongConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Two years of releases of cities in which little happens and much is corrected late: whoever reads all of it can't compute
 * one number that is suppressed.
 */
class PublicAttackTest {

    private static final int FEWEST = 11;
    private static final double TEN_NUMBERS = FEWEST - 2;
    private static final int CITIES = 40;
    private static final int BOROUGHS = 3;
    private static final int COMMANDS = 3;
    private static final int TYPES = 4;
    private static final Quarter FIRST = new Quarter(2025, 1);
    private static final Quarter LAST = new Quarter(2026, 4);

    @Test
    void noSuppressedNumberCanBeComputedFromEverythingPublic() {
        forCities(seed -> {
            var years = new TwoYears(seed);
            years.attacker.ranges().forEach((place, range) -> {
                assertThat((double) years.truth(place))
                        .as(() -> "whether the attack on " + place + " of city " + seed + " is a good one")
                        .isBetween(range.least(), range.most());
                assertThat(range.most() - range.least())
                        .as(() -> place + " of city " + seed + " lies in " + range + ": " + years.attacker.about(place))
                        .isGreaterThanOrEqualTo(TEN_NUMBERS);
            });
        });
    }

    @Test
    void noReleaseDiffersFromTheOneBeforeByAFew() {
        forCities(seed -> assertThat(new TwoYears(seed).attacker.smallChanges())
                .as("city %d", seed)
                .isEmpty());
    }

    @Test
    void thereIsSomethingToAttack() {
        forCities(seed -> assertThat(new TwoYears(seed).attacker.suppressed()).isPositive());
    }

    private static final class TwoYears {

        private final Attacker attacker = new Attacker(FEWEST);
        private PublicSet release = PublicSet.NONE;

        TwoYears(long seed) {
            var programme = new Programme(seed);
            for (var quarter : FIRST.upTo(LAST)) {
                programme.happens(quarter, BOROUGHS, COMMANDS, TYPES);
                var before = release;
                release = before.next(programme.counted(), FIRST.upTo(quarter), new Suppression(FEWEST));
                attacker.reads(release, before);
                for (var known : FIRST.upTo(quarter)) {
                    programme.isCorrected(known, BOROUGHS, COMMANDS, TYPES);
                }
            }
        }

        long truth(Attacker.Place place) {
            var edition = release.editions().get(place.table()).get(LocalDate.parse(place.period()));
            return edition.leaves().entrySet().stream()
                    .filter(leaf ->
                            leaf.getKey().subList(0, place.path().size()).equals(place.path()))
                    .mapToLong(
                            leaf -> leaf.getValue().of(place.table().metrics().indexOf(place.metric())))
                    .sum();
        }
    }

    private static void forCities(LongConsumer check) {
        var seeds = new ArrayList<Long>();
        JqwikSession.run(() -> Arbitraries.longs().sampleStream().limit(CITIES).forEach(seeds::add));
        assertThat(seeds).hasSize(CITIES);
        seeds.forEach(check::accept);
    }
}
