package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.starter.identity.Caller;

class ScopeTest {

    private static final List<String> AT_THE_75TH = List.of("BROOKLYN", "PCT-075", "nypi", "NOISE");
    private static final List<String> AT_THE_1ST = List.of("MANHATTAN", "PCT-001", "nypi", "NOISE");
    private static final List<String> WITH_NO_CENTER = List.of("BROOKLYN", "PCT-075", "", "NOISE");

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "coordinator", "administrator"})
    void staffOfTheProgrammeSeeEverything(String role) {
        var scope = scope(role, Map.of());

        assertThat(scope.includes(MetricGroup.REFERRALS, AT_THE_75TH)).isTrue();
        assertThat(scope.includes(Figure.total(Metric.TRAININGS_COMPLETED))).isTrue();
    }

    @Test
    void aCommanderSeesTheirOwnCommandOnly() {
        var scope = scope("commander", Map.of("command", List.of("PCT-075")));

        assertThat(scope.includes(MetricGroup.REFERRALS, AT_THE_75TH)).isTrue();
        assertThat(scope.includes(MetricGroup.REFERRALS, AT_THE_1ST)).isFalse();
        assertThat(scope.covers(Metric.TRAININGS_COMPLETED)).isFalse();
        assertThat(scope.includes(Figure.of(Metric.AGREEMENTS, Dimension.COMMAND, "PCT-075")))
                .isTrue();
        assertThat(scope.includes(Figure.of(Metric.AGREEMENTS, Dimension.COMMAND, "PCT-001")))
                .isFalse();
        assertThat(scope.includes(Figure.total(Metric.AGREEMENTS))).isFalse();
    }

    @Test
    void aCommanderIsNotToldWhatBecameOfACaseThatTheyKnow() {
        var scope = scope("commander", Map.of("command", List.of("PCT-075")));

        assertThat(scope.covers(Rate.AGREEMENT_RATE)).isTrue();
        assertThat(scope.covers(Rate.ARRESTS_AVOIDED_RATE)).isFalse();
        for (var metric : Metric.values()) {
            assertThat(scope.covers(metric))
                    .as(metric.word())
                    .isEqualTo(metric.isLive() && metric.dimensions().contains(Dimension.COMMAND));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"center-staff", "center-system"})
    void aCenterSeesItsOwnOnly(String role) {
        var scope = scope(role, Map.of("center", "nypi"));

        assertThat(scope.includes(MetricGroup.REFERRALS, AT_THE_1ST)).isTrue();
        assertThat(scope.includes(MetricGroup.REFERRALS, WITH_NO_CENTER)).isFalse();
        assertThat(scope.covers(Metric.MICRO_INTERVENTIONS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "precinct-system", "commander", "center-staff"})
    void whoHasNoScopeSeesNothing(String role) {
        assertThat(scope(role, Map.of()).isNothing()).isTrue();
    }

    private static Scope scope(String role, Map<String, Object> claims) {
        var all = new java.util.HashMap<>(claims);
        all.put("roles", List.of(role));
        return Scope.of(Caller.from("someone", all));
    }
}
