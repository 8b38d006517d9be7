package org.parley.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.local.Officers;

class ProgrammeTest {

    private final Programme programme = new Programme(Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void sameStartGivesTheSameYear() {
        var again = new Programme(programme.end());

        assertThat(again.officers(7)).isEqualTo(programme.officers(7));
        assertThat(again.chance("referral-3").of(Programme.TYPES))
                .isEqualTo(programme.chance("referral-3").of(Programme.TYPES));
    }

    @Test
    void aWholeProgrammeTakesPart() {
        var officers = IntStream.range(0, Programme.COHORTS)
                .mapToObj(programme::officers)
                .flatMap(List::stream)
                .toList();

        assertThat(Programme.COHORTS).isEqualTo(20);
        assertThat(officers)
                .hasSizeGreaterThan(500)
                .extracting(Officer::id)
                .doesNotHaveDuplicates()
                .contains(Officers.DEMO);
        assertThat(new HashSet<>(programme.commands())).hasSize(25);
        assertThat(programme.commands())
                .allSatisfy(command -> assertThat(programme.centerOf(command)).isIn(programme.centers()));
    }

    @Test
    void onlyThosePractiseWhoHaveBeenTrained() {
        assertThat(programme.trainedBy(programme.end().minusSeconds(86_400L * 360)))
                .isEmpty();
        assertThat(programme.trainedBy(programme.end())).hasSizeGreaterThan(450);
    }

    @Test
    void everythingButTheLastCohortHasBegun() {
        assertThat(programme.days(0)).hasSize(4).isSorted();
        assertThat(programme.days(17).getLast()).isBefore("2026-11-23");
        assertThat(programme.days(18)).contains(LocalDate.of(2026, 11, 23));
        assertThat(programme.days(19).getFirst()).isAfter("2026-11-23");
    }
}
