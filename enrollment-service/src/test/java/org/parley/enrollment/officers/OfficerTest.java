package org.parley.enrollment.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class OfficerTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    private final Officer officer = Officer.posted("PCT-075", JANUARY, Rank.PO, true, new Binary(new byte[] {1}));

    @Test
    void servesInOneCommandEachDay() {
        var moved = officer.move("PCT-073", MARCH).move("PSA-2", MAY);

        assertThat(moved.command()).isEqualTo("PSA-2");
        assertThat(moved.commandOn(JANUARY.minusDays(1))).isEmpty();
        assertThat(moved.commandOn(JANUARY)).contains("PCT-075");
        assertThat(moved.commandOn(MARCH.minusDays(1))).contains("PCT-075");
        assertThat(moved.commandOn(MARCH)).contains("PCT-073");
        assertThat(moved.commandOn(MAY)).contains("PSA-2");
        assertThat(moved.commandOn(MAY.plusYears(9))).contains("PSA-2");
    }

    @Test
    void movesNowhereWhenServingThereAlready() {
        assertThat(officer.move("PCT-075", MARCH)).isEqualTo(officer);
    }

    @Test
    void correctsAMoveOnItsOwnDay() {
        var moved = officer.move("PCT-073", MARCH);

        assertThat(moved.move("PSA-2", MARCH).postings())
                .containsExactly(new Posting("PCT-075", JANUARY, MARCH), new Posting("PSA-2", MARCH, null));
        assertThat(moved.move("PCT-075", MARCH)).isEqualTo(officer);
        assertThat(officer.move("PSA-2", JANUARY).postings()).containsExactly(new Posting("PSA-2", JANUARY, null));
    }

    @Test
    void changesNothingBeforeThePresentPosting() {
        var moved = officer.move("PCT-073", MARCH);

        assertThat(moved.movesOn(MARCH)).isTrue();
        assertThat(moved.movesOn(MARCH.minusDays(1))).isFalse();
    }
}
