package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.OFFICER;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.starter.identity.Caller;

class AuthorTest {

    private static final UUID ANOTHER_OFFICER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Author officer =
            author("officer", Map.of("officer", OFFICER.toString(), "command", List.of("PCT-075")));
    private final Author nypi = author("center-system", Map.of("center", "nypi"));
    private final Author coordinator = author("coordinator", Map.of());

    private final SessionReport ledByNypi = Logs.session(mediationOfNypi());
    private final SessionReport ledByOfficer = Logs.session(mediationOfAnOfficer());
    private final SessionReport ledByAnother = Logs.session(mediationOfAnOfficer("officers", List.of(ANOTHER_OFFICER)));
    private final MicroInterventionReport calmed = Logs.microIntervention(calmedNeighbors());

    @Test
    void anOfficerLogsWhatHeTookPartInUnderHisOpaqueId() {
        assertThat(officer.logs(ledByOfficer)).contains(new Actor("officer", OFFICER.toString()));
        assertThat(officer.logs(calmed)).contains(new Actor("officer", OFFICER.toString()));
        assertThat(officer.logs(ledByAnother)).isEmpty();
        assertThat(officer.logs(ledByNypi)).isEmpty();
        assertThat(officer.logs(Logs.microIntervention(calmedNeighbors("officer", ANOTHER_OFFICER))))
                .isEmpty();
    }

    @Test
    void whoseTokenNamesNoOfficerIsNone() {
        var nobody = author("officer", Map.of("officer", "officer-demo", "command", List.of("PCT-075")));

        assertThat(nobody.logs(ledByOfficer)).isEmpty();
        assertThat(nobody.logs(calmed)).isEmpty();
    }

    @Test
    void anOfficerLogsOnlyInHisCommand() {
        assertThat(officer.logs(Logs.session(mediationOfAnOfficer("command", "PCT-001"))))
                .isEmpty();
        assertThat(officer.logs(Logs.microIntervention(calmedNeighbors("command", "PCT-001"))))
                .isEmpty();
    }

    @Test
    void aCenterLogsWhatItLedAndNothingElse() {
        assertThat(nypi.logs(ledByNypi)).contains(new Actor("center-system", "client"));
        assertThat(nypi.logs(Logs.session(mediationOfNypi("center", "cms")))).isEmpty();
        assertThat(nypi.logs(ledByOfficer)).isEmpty();
        assertThat(nypi.logs(calmed)).isEmpty();
    }

    @Test
    void aTokenForAllCentersIsOfNone() {
        assertThat(author("center-system", Map.of("center", List.of("*"))).center())
                .isEmpty();
        assertThat(nypi.center()).contains("nypi");
    }

    @Test
    void aCoordinatorLogsForEverybody() {
        assertThat(List.of(ledByNypi, ledByOfficer, ledByAnother))
                .allMatch(report -> coordinator.logs(report).isPresent());
        assertThat(coordinator.logs(calmed)).contains(new Actor("coordinator", "client"));
    }

    @Test
    void readersSeeTheirOwn() {
        assertThat(officer.reads(ledByOfficer)).isTrue();
        assertThat(officer.reads(ledByAnother)).isFalse();
        assertThat(officer.reads(ledByNypi)).isFalse();
        assertThat(officer.reads(calmed)).isTrue();
        assertThat(nypi.reads(ledByNypi)).isTrue();
        assertThat(nypi.reads(ledByOfficer)).isFalse();
        assertThat(nypi.reads(calmed)).isFalse();
        assertThat(coordinator.reads(ledByAnother)).isTrue();
        assertThat(coordinator.reads(calmed)).isTrue();
    }

    @Test
    void claimsWithoutTheRoleAreWorthNothing() {
        var analyst =
                author("analyst", Map.of("officer", OFFICER.toString(), "center", "nypi", "command", List.of("*")));
        assertThat(analyst.reads(ledByOfficer)).isFalse();
        assertThat(analyst.reads(ledByNypi)).isFalse();
        assertThat(analyst.logs(ledByOfficer)).isEmpty();
        assertThat(analyst.logs(ledByNypi)).isEmpty();
    }

    private static Author author(String role, Map<String, Object> claims) {
        return new Author(new Caller("client", Set.of(role), claims));
    }
}
