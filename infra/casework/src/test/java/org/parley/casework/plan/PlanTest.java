package org.parley.casework.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final int MANY = 2_000;

    private final Plan plan = new Plan(7);

    private Decision decision(long seed, int row, Temperament temperament, int offer) {
        return new Plan(seed).decide("nyc311-" + row, "nypi", temperament, offer);
    }

    private List<Decision> decisions(Temperament temperament, int offer) {
        return IntStream.range(0, MANY)
                .mapToObj(row -> decision(7, row, temperament, offer))
                .toList();
    }

    @Test
    void decidesTheSameForTheSameSeed() {
        assertThat(decisions(Temperament.RELUCTANT, 1)).isEqualTo(decisions(Temperament.RELUCTANT, 1));
    }

    @Test
    void decidesOtherwiseForAnotherSeedCenterOrOffer() {
        var differing = IntStream.range(0, MANY)
                .filter(row ->
                        !decision(7, row, Temperament.RELUCTANT, 1).equals(decision(8, row, Temperament.RELUCTANT, 1)))
                .count();
        assertThat(differing).isGreaterThan(MANY / 2);
        assertThat(decisions(Temperament.RELUCTANT, 2)).isNotEqualTo(decisions(Temperament.RELUCTANT, 1));
        assertThat(plan.decide("nyc311-1", "cms", Temperament.WILLING, 1))
                .isNotEqualTo(plan.decide("nyc311-1", "nypi", Temperament.WILLING, 1));
    }

    @Test
    void eachIsTakenInTheEnd() {
        assertThat(decisions(Temperament.RELUCTANT, 4)).hasOnlyElementsOfType(Decision.Accepts.class);
        assertThat(decisions(Temperament.RELUCTANT, 4))
                .extracting(decision -> ((Decision.Accepts) decision).course())
                .noneMatch(Course.GivenBack.class::isInstance);
    }

    @Test
    void theReluctantOneDeclinesAndLetsLapseOften() {
        var byKind = decisions(Temperament.RELUCTANT, 1).stream()
                .collect(Collectors.groupingBy(Decision::getClass, Collectors.counting()));
        assertThat(byKind.get(Decision.Declines.class)).isBetween(MANY * 35L / 100, MANY * 45L / 100);
        assertThat(byKind.get(Decision.Lapses.class)).isBetween(MANY * 15L / 100, MANY * 25L / 100);
        assertThat(byKind.get(Decision.TakenBack.class)).isPositive();
        assertThat(decisions(Temperament.WILLING, 1)).noneMatch(Decision.Lapses.class::isInstance);
    }

    @Test
    void everyMediationComesToAFinalOutcome() {
        assertThat(decisions(Temperament.WILLING, 1))
                .filteredOn(Decision.Accepts.class::isInstance)
                .extracting(decision -> ((Decision.Accepts) decision).course())
                .filteredOn(Course.Mediation.class::isInstance)
                .extracting(course ->
                        ((Course.Mediation) course).sittings().getLast().outcome())
                .hasSizeGreaterThan(MANY / 4)
                .allMatch(outcome -> outcome.startsWith("AGREEMENT_") || outcome.equals("NO_AGREEMENT"));
    }

    @Test
    void asksACenterThatThereIs() {
        var centers = List.of("nypi", "imcr", "cms");
        var placed = IntStream.range(0, MANY)
                .mapToObj(row -> plan.place("nyc311-" + row, "cms", centers, 2))
                .collect(Collectors.groupingBy(center -> center, Collectors.counting()));
        assertThat(placed).containsOnlyKeys(centers);
        assertThat(placed.get("cms")).isGreaterThan(MANY / 2L);
    }
}
