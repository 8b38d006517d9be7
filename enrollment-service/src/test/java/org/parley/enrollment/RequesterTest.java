package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.officer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.starter.identity.Caller;

class RequesterTest {

    private final Requester coordinator = requester("coordinator", Map.of());
    private final Requester commander = requester("commander", Map.of("command", List.of("PCT-075", "PCT-073")));
    private final Requester self = requester(
            "officer",
            Map.of("command", List.of("PCT-075"), "officer", officer(1).toString()));

    private final SeatRequest own = new SeatRequest(officer(1), "PCT-075", false);
    private final SeatRequest colleague = new SeatRequest(officer(2), "PCT-073", false);
    private final SeatRequest stranger = new SeatRequest(officer(3), "PCT-001", false);

    @Test
    void aCoordinatorAsksForAll() {
        assertThat(coordinator.mayAsk(List.of(own, colleague, stranger))).isTrue();
    }

    @Test
    void aCommanderAsksForTheOfficersOfHisCommands() {
        assertThat(commander.mayAsk(List.of(own, colleague))).isTrue();
        assertThat(commander.mayAsk(List.of(own, stranger))).isFalse();
    }

    @Test
    void anOfficerAsksForHimselfInHisCommand() {
        assertThat(self.mayAsk(List.of(own))).isTrue();
        assertThat(self.mayAsk(List.of(colleague))).isFalse();
        assertThat(self.mayAsk(List.of(new SeatRequest(officer(1), "PCT-001", false))))
                .isFalse();
    }

    @Test
    void anOfficerWhoHasMovedSeesWhatWasAskedForInTheFormerCommandAndNobodyElseDoes() {
        var former = Enrollment.requested(
                UUID.randomUUID(), new SeatRequest(officer(1), "PCT-001", false), "MANHATTAN", Cohorts.ASKED);
        var others = Enrollment.requested(
                UUID.randomUUID(), new SeatRequest(officer(2), "PCT-075", false), "BROOKLYN", Cohorts.ASKED);

        assertThat(self.sees(former)).isTrue();
        assertThat(self.sees(others)).isFalse();
        assertThat(commander.sees(former)).isFalse();
        assertThat(commander.sees(others)).isTrue();
    }

    @Test
    void claimsWithoutARoleAreWorthNothing() {
        var analyst = requester(
                "analyst", Map.of("command", "*", "officer", officer(1).toString()));
        assertThat(analyst.mayAsk(List.of(own))).isFalse();
        assertThat(analyst.is(officer(1))).isFalse();
    }

    @Test
    void anOfficerActsUnderHisOpaqueId() {
        assertThat(self.actor()).isEqualTo(new Actor("officer", officer(1).toString()));
        assertThat(coordinator.actor()).isEqualTo(new Actor("coordinator", "client"));
    }

    @Test
    void aTrainerRunsTheTrainingsThatHeGivesOnceTheyAreOpen() {
        var trainer = requester("trainer", Map.of("trainer", Cohorts.TRAINER.toString()));
        assertThat(trainer.runs(Cohorts.openFor(1))).isTrue();
        assertThat(trainer.runs(Cohorts.draftOf(Cohorts.planFor(1)))).isFalse();
        assertThat(trainer.actor()).isEqualTo(new Actor("trainer", Cohorts.TRAINER.toString()));
        assertThat(requester("trainer", Map.of("trainer", officer(1).toString()))
                        .runs(Cohorts.openFor(1)))
                .isFalse();
        assertThat(requester("trainer", Map.of("trainer", "me")).runs(Cohorts.openFor(1)))
                .isFalse();
        assertThat(requester("officer", Map.of("trainer", Cohorts.TRAINER.toString()))
                        .runs(Cohorts.openFor(1)))
                .isFalse();
    }

    @Test
    void approvesForItsOwnCommandsOnly() {
        assertThat(coordinator.approves("PCT-001")).isTrue();
        assertThat(commander.approves("PCT-075")).isTrue();
        assertThat(commander.approves("PCT-001")).isFalse();
        assertThat(self.approves("PCT-075")).isFalse();
    }

    @Test
    void anIdThatIsNoneIsNobody() {
        assertThat(requester("officer", Map.of("officer", "me", "command", "PCT-075"))
                        .mayAsk(List.of(own)))
                .isFalse();
    }

    private static Requester requester(String role, Map<String, Object> claims) {
        return new Requester(new Caller("client", Set.of(role), claims));
    }
}
