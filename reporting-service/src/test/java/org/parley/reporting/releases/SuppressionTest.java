package org.parley.reporting.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final int FEWEST = 11;
    private static final PublicTable TYPES = PublicTable.REFERRALS_BY_TYPE;
    private static final PublicTable PLACES = PublicTable.CERTIFICATES_BY_PLACE;

    private final Map<List<String>, Counts> leaves = new HashMap<>();

    @Test
    void showsWhatIsAboutEnoughAndZeros() {
        type("a", 11, 11);
        type("b", 30, 0);
        type("c", 0, 0);

        assertThat(shown(TYPES, 0)).containsExactly(11L, 30L, 0L);
        assertThat(shown(TYPES, 1)).containsExactly(11L, 0L, 0L);
    }

    @Test
    void hidesASmallOneWithANeighborThatIsNotZero() {
        type("a", 0, 0);
        type("b", 40, 40);
        type("c", 10, 10);
        type("d", 50, 50);

        assertThat(shown(TYPES, 0)).containsExactly(0L, null, null, 50L);
    }

    @Test
    void hidesWhereOnlyAFewAreNotPartOfThePart() {
        type("a", 40, 33);
        type("b", 40, 20);
        type("c", 40, 20);

        assertThat(shown(TYPES, 0)).containsExactly(null, null, 40L);
        assertThat(shown(TYPES, 1)).containsExactly(null, null, 20L);
    }

    @Test
    void hidesNeighborsUntilEachCouldBeTen() {
        type("a", 2, 0);
        type("b", 3, 0);
        type("c", 60, 0);
        type("d", 70, 0);

        assertThat(shown(TYPES, 0)).containsExactly(null, null, null, 70L);
    }

    @Test
    void doesNotLeaveTwoAloneThatCanOnlyBeTenEach() {
        type("a", 10, 0);
        type("b", 10, 0);
        type("c", 60, 0);
        type("d", 70, 0);

        assertThat(shown(TYPES, 0)).containsExactly(null, null, null, 70L);
    }

    @Test
    void saysNothingOfASplitThatItsTotalWouldGiveAway() {
        for (var center = 0; center < 12; center++) {
            type("" + center, 1, 0);
        }

        assertThat(edition(TYPES).tells(TYPES, 0)).isFalse();
    }

    @Test
    void hidesABoroughWhoseCommandsCannotBeHiddenInIt() {
        place("BRONX", "PCT-040", 6);
        place("BRONX", "PCT-041", 7);
        place("BRONX", "PCT-042", 0);
        place("QUEENS", "PCT-100", 40);
        place("QUEENS", "PCT-101", 50);
        place("BROOKLYN", "PCT-075", 60);

        var edition = edition(PLACES);

        assertThat(edition.shown(PLACES, List.of("BRONX"), 0)).isEqualTo(13L);
        assertThat(edition.shown(PLACES, List.of("BRONX", "PCT-040"), 0)).isNull();

        place("BRONX", "PCT-042", 1);
        place("BRONX", "PCT-043", 1);
        place("BRONX", "PCT-044", 1);
        var harder = edition(PLACES);

        assertThat(harder.shown(PLACES, List.of("BRONX"), 0)).isEqualTo(16L);
        place("BRONX", "PCT-040", 1);
        var hardest = edition(PLACES);

        assertThat(hardest.shown(PLACES, List.of("BRONX"), 0)).isNull();
        assertThat(hardest.shown(PLACES, List.of("BROOKLYN"), 0)).isNull();
        assertThat(hardest.shown(PLACES, List.of("BROOKLYN", "PCT-075"), 0)).isNull();
        assertThat(hardest.shown(PLACES, List.of("QUEENS", "PCT-100"), 0)).isEqualTo(40L);
    }

    @Test
    void correctsByEnoughAndLetsAFewWait() {
        type("a", 40, 20);
        type("b", 40, 20);
        type("c", 4, 0);
        type("d", 40, 20);
        type("e", 40, 20);
        type("f", 40, 20);
        var first = edition(TYPES);
        assertThat(shown(first, TYPES, 0)).containsExactly(null, null, null, 40L, 40L, 40L);

        type("c", 30, 0);
        type("d", 60, 31);
        type("e", 62, 31);
        type("f", 0, 0);
        type("g", 15, 15);
        var next = first.restated(TYPES, leaves, FEWEST);

        assertThat(shown(next, TYPES, 0))
                .as("d leaves nine more that are not closed")
                .containsExactly(null, null, null, 40L, 62L, 0L, 15L);
        assertThat(shown(next, TYPES, 1)).containsExactly(null, null, 0L, 20L, 31L, 0L, 15L);
    }

    @Test
    void aQuarterIsClosedSoManyDaysAfterItsEnd() {
        assertThat(Quarter.lastClosed(LocalDate.of(2026, 11, 14), 45)).isEqualTo(new Quarter(2026, 2));
        assertThat(Quarter.lastClosed(LocalDate.of(2026, 11, 15), 45)).isEqualTo(new Quarter(2026, 3));
    }

    private void type(String name, long accepted, long closed) {
        leaves.put(List.of(name), new Counts(List.of(accepted, closed)));
    }

    private void place(String borough, String command, long many) {
        leaves.put(List.of(borough, command), new Counts(List.of(many)));
    }

    private Edition edition(PublicTable table) {
        return Edition.first(table, leaves, table.metrics().size(), new Suppression(FEWEST));
    }

    private List<@Nullable Long> shown(PublicTable table, int metric) {
        return shown(edition(table), table, metric);
    }

    private static List<@Nullable Long> shown(Edition edition, PublicTable table, int metric) {
        return edition.places(1).stream()
                .<@Nullable Long>map(place -> edition.shown(table, place, metric))
                .toList();
    }
}
