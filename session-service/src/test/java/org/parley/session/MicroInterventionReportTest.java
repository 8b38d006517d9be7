package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.NOW;
import static org.parley.session.Logs.calmedNeighbors;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MicroInterventionReportTest {

    @Test
    void acceptsAnUsualOne() {
        assertThat(breaches(calmedNeighbors())).isEmpty();
    }

    @Test
    void refusesWhatHasNotHappenedYet() {
        assertThat(breaches(calmedNeighbors("occurredAt", "2026-12-05T00:00:00Z")))
                .extracting(Breach::field)
                .containsExactly("/occurredAt");
    }

    @Test
    void refusesAnArrestThatWasNotMade() {
        assertThat(breaches(calmedNeighbors("outcome", "ARREST", "arrestMade", false)))
                .containsExactly(new Breach("/arrestMade", "must be true with ARREST"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ARREST", "ESCALATED"})
    void refusesAnArrestWhereItEndedWithoutOne(MicroInterventionOutcome outcome) {
        assertThat(breaches(calmedNeighbors("outcome", outcome, "arrestMade", true)))
                .containsExactly(new Breach("/arrestMade", "must be false with " + outcome));
    }

    @ParameterizedTest
    @EnumSource(names = {"ARREST", "ESCALATED"})
    void takesAnArrestThatFollowed(MicroInterventionOutcome outcome) {
        assertThat(breaches(calmedNeighbors("outcome", outcome, "arrestMade", true)))
                .isEmpty();
    }

    private static List<Breach> breaches(Map<String, Object> body) {
        return Logs.microIntervention(body).breaches(NOW);
    }
}
