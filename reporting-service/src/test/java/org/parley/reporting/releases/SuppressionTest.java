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
    private static final PublicTable CENTERS = PublicTable.REFERRALS_BY_CENTER;
    private static final PublicTable PLACES = PublicTable.CERTIFICATES_BY_PLACE;

    private final Map<List<String>, Counts> leaves = new HashMap<>();

    @Test
    void showsWhatIsAboutEnoughAndZeros() {
        center("a", 11, 11);
        center("b", 30, 0);
        center("c", 0, 0);

        assertThat(shown(CENTERS, 0)).containsExactly(11L, 30L, 0L);
        assertThat(shown(CENTERS, 1)).containsExactly(11L, 0L, 0L);
    }

    @Test
    void hidesASmallOneWithANeighborThatIsNotZero() {
        center("a", 0, 0);
        center("b", 40, 40);
        center("c", 10, 10);
        center("d", 50, 50);

        assertThat(shown(CENTERS, 0)).containsExactly(0L, null, null, 50L);
    }

    @Test
    void hidesWhereOnlyAFewAreNotPartOfThePart() {
        center("a", 40, 33);
        center("b", 40, 20);
        center("c", 40, 20);

        assertThat(shown(CENTERS, 0)).containsExactly(null, null, 40L);
        assertThat(shown(CENTERS, 1)).containsExactly(null, null, 20L);
    }

    @Test
    void hidesNeighborsUntilEachCouldBeTen() {
        center("a", 2, 0);
        center("b", 3, 0);
        center("c", 60, 0);
        center("d", 70, 0);

        assertThat(shown(CENTERS, 0)).containsExactly(null, null, null, 70L);
    }

    @Test
    void doesNotLeaveTwoAloneThatCanOnlyBeTenEach() {
        center("a", 10, 0);
        center("b", 10, 0);
        center("c", 60, 0);
        center("d", 70, 0);

        assertThat(shown(CENTERS, 0)).containsExactly(null, null, null, 70L);
    }

    @Test
    void saysNothingOfASplitThatItsTotalWouldGiveAway() {
        for (var center = 0; center < 12; center++) {
            center("" + center, 1, 0);
        }

        assertThat(edition(CENTERS).tells(CENTERS, 0)).isFalse();
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
        center("a", 40, 20);
        center("b", 40, 20);
        center("c", 4, 0);
        center("d", 40, 20);
        center("e", 40, 20);
        center("f", 40, 20);
        var first = edition(CENTERS);
        assertThat(shown(first, CENTERS, 0)).containsExactly(null, null, null, 40L, 40L, 40L);

        center("c", 30, 0);
        center("d", 60, 31);
        center("e", 62, 31);
        center("f", 0, 0);
        center("g", 15, 15);
        var next = first.restated(CENTERS, leaves, FEWEST);

        assertThat(shown(next, CENTERS, 0))
                .as("d leaves nine more that are not closed")
                .containsExactly(null, null, null, 40L, 62L, 0L, 15L);
        assertThat(shown(next, CENTERS, 1)).containsExactly(null, null, 0L, 20L, 31L, 0L, 15L);
    }

    @Test
    void aQuarterIsClosedSoManyDaysAfterItsEnd() {
        assertThat(Quarter.lastClosed(LocalDate.of(2026, 11, 14), 45)).isEqualTo(new Quarter(2026, 2));
        assertThat(Quarter.lastClosed(LocalDate.of(2026, 11, 15), 45)).isEqualTo(new Quarter(2026, 3));
    }

    private void center(String name, long accepted, long closed) {
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
