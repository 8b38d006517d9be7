package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A commander, who decides about the officers of one command. */
@ParleyTest
class CommandPagesTest {

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();
    private Visitor desk;
    private Visitor elsewhere;
    private Person coordinator;

    @BeforeEach
    void logIn(@Autowired WebApplicationContext context) {
        desk = Visitor.of(context, Login.commanderOf("PCT-075"));
        elsewhere = Visitor.of(context, Login.commanderOf("PCT-110"));
        coordinator = Person.coordinator(port);
    }

    @Test
    void approvesWhatAnOfficerAskedFor() {
        var training = requested(Ahead.planFor(3));
        assertThat(desk.sees("/command")).contains(officer.toString(), page(training) + "/approve");

        assertThat(decides(training, "approve", Map.of("version", "1")))
                .hasStatus(302)
                .hasRedirectedUrl(page(training) + "?done=approve");
        assertThat(desk.sees(page(training))).contains("Enrolled").doesNotContain("/approve\"", "/decline\"");
        assertThat(decides(training, "approve", Map.of("version", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else was faster.");
    }

    @Test
    void declinesWithAReason() {
        var training = requested(Ahead.planFor(3));

        assertThat(decides(training, "decline", Map.of("version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("aria-describedby=\"decline-reason-wrong\"", "Choose a reason.");
        assertThat(decides(training, "decline", Map.of("version", "1", "reason", "LEAVE")))
                .hasStatus(422);
        assertThat(decides(training, "decline", Map.of("version", "1", "reason", "STAFFING")))
                .hasStatus(302);
        assertThat(desk.sees(page(training))).contains("Declined", "Cannot be spared.");
    }

    @Test
    void seesWhoWaitsAndWhy() {
        var training = Ahead.opened(coordinator, Cohorts.withCaps(Ahead.planFor(5), 1, null));
        Person.commander(port, "PCT-075").enrolls(training, UUID.randomUUID(), officer);

        assertThat(desk.sees("/command")).contains("Waits until a seat of the command comes free");
        assertThat(desk.sees(page(training))).contains("Waiting list", "Waits until a seat of the command comes free");
    }

    @Test
    void movesAnOfficerToAnotherCohort() {
        var training = requested(Ahead.planFor(3));
        decides(training, "approve", Map.of("version", "1"));
        var full = Ahead.opened(coordinator, Ahead.planFor(1));
        Person.commander(port, "PCT-075").enrolls(full, UUID.randomUUID());
        var other = Ahead.opened(coordinator, Ahead.planFor(3));

        assertThat(decides(training, "transfer", Map.of("version", "2", "to", UUID.randomUUID())))
                .hasStatus(422)
                .bodyText()
                .contains("must be another training that is open");
        assertThat(decides(training, "transfer", Map.of("version", "2", "to", full)))
                .hasStatus(409)
                .bodyText()
                .contains("no seat free now");
        assertThat(decides(training, "transfer", Map.of("version", "2", "to", other)))
                .hasStatus(302);
        assertThat(desk.sees(page(training))).contains("Moved to another cohort.");
        assertThat(desk.sees(page(other))).contains("Enrolled");
    }

    @Test
    void enrollsManyByTheirIds() {
        var training = Ahead.opened(coordinator, Ahead.planFor(2));
        var many = List.of(officer, UUID.randomUUID(), UUID.randomUUID());

        assertThat(enrolls(training, officer + "\nJohn Doe\n\n" + officer))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Line 2 is not an officer&#39;s id.", "Line 4 is the same as line 1.", "Nobody was enrolled.");
        assertThat(Roster.state(coordinator, training, officer)).isEmpty();
        assertThat(enrolls(
                        training,
                        String.join("\r\n", many.stream().map(UUID::toString).toList())))
                .hasStatus(302);
        assertThat(many)
                .extracting(it -> Roster.state(coordinator, training, it))
                .containsExactly("ENROLLED", "ENROLLED", "WAITLISTED");
    }

    @Test
    void enrollsWhoHasLeftOnlyIfThatIsWanted() {
        var training = requested(Ahead.planFor(2));
        decides(training, "decline", Map.of("version", "1", "reason", "STAFFING"));

        assertThat(enrolls(training, officer.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Line 1: Declined in this cohort.", "name=\"again\"");
        var wanted = Map.of("command", "PCT-075", "training", training, "officers", officer, "again", "true");
        assertThat(desk.sends("/command/enroll", wanted)).hasStatus(302);
        assertThat(Roster.state(coordinator, training, officer)).isEqualTo("ENROLLED");
    }

    @Test
    void isToldOfTheSeatElsewhereOfWhomTheyWantBack() {
        var training = requested(Ahead.planFor(2));
        decides(training, "decline", Map.of("version", "1", "reason", "STAFFING"));
        var taken = Ahead.opened(coordinator, Ahead.planFor(2));
        Person.commander(port, "PCT-075").enrolls(taken, officer);

        var wanted = Map.of("command", "PCT-075", "training", training, "officers", officer, "again", "true");
        assertThat(desk.sends("/command/enroll", wanted))
                .hasStatus(422)
                .bodyText()
                .contains("Line 1: There is a seat in another training already.")
                .doesNotContain("Declined in this cohort.");
    }

    @Test
    void isNotToldHowAnOfficerStandsForAnotherCommandNorWhy() {
        var training = requested(Ahead.planFor(2));
        Person.officer(port, officer).withdraws(training, officer, WithdrawReason.ILLNESS);

        var fields = Map.of("command", "PCT-110", "training", training, "officers", officer);
        assertThat(elsewhere.sends("/command/enroll", fields))
                .hasStatus(422)
                .bodyText()
                .contains("Line 1: Is on this cohort&#39;s roster for another command.")
                .doesNotContain("Withdrawn", "Illness");
        assertThat(enrolls(training, officer.toString()))
                .bodyText()
                .contains("Line 1: Withdrawn in this cohort. Illness.");
    }

    @Test
    void isToldByTheLineWhoCouldNotBeEnrolled() {
        var taken = Ahead.opened(coordinator, Ahead.planFor(2));
        Person.commander(port, "PCT-075").enrolls(taken, officer);
        var training = Ahead.opened(coordinator, Ahead.planFor(2));

        assertThat(enrolls(training, UUID.randomUUID() + "\n" + officer))
                .hasStatus(422)
                .bodyText()
                .contains("1 of 2 have a place.", "Line 1: There is a seat in another training already.");
    }

    /** As the page is read without scripts: looked for, looked through, chosen, and looked through again. */
    @Test
    void enrollsWhomTheRosterHasByTheirNames() {
        var roster = new StringBuilder("tax_number,name,rank,command,nco\n");
        for (var one = 10; one < 40; one++) {
            roster.append("78000%d,Sam Choice-%d,PO,PCT-075,%s\n".formatted(one, one, one == 39));
        }
        var imported = imports(roster + "7800099,Sam Elsewhere,PO,PCT-110,false\n");
        var ids = IntStream.range(0, 30)
                .mapToObj(one -> imported.text("/items/" + one + "/officer"))
                .toList();
        var elsewhere = imported.text("/items/30/officer");
        var training = Ahead.opened(coordinator, Ahead.planFor(40));
        var certified = Certified.since(port, 40, UUID.fromString(ids.get(3)));
        Person.commander(port, "PCT-075").enrolls(training, UUID.fromString(ids.get(4)));
        assertThat(Roster.state(coordinator, certified, UUID.fromString(ids.get(3))))
                .isEqualTo("COMPLETED");

        var first = looks(Map.of("filter", " choice- SAM ", "show", "1"));
        assertThat(first)
                .contains("30 of ", "page 1 of 2", "Sam Choice-10", "Sam Choice-34", "Has a seat in ahead")
                .doesNotContain("Sam Choice-35", "Sam Elsewhere", "?filter")
                .as("that there is one is told to the officer and coordinators")
                .doesNotContain("ertificate");
        assertThat(looks(Map.of("filter", "choice- nobody", "show", "1"))).contains("0 of ");
        assertThat(looks(Map.of("filter", "elsewhere", "show", "1")))
                .contains("0 of ")
                .doesNotContain("Sam Elsewhere", elsewhere);
        assertThat(looks(Map.of("chosen", List.of(elsewhere, ids.get(0)), "show", "1")))
                .contains(elsewhere, "Sam Choice-10")
                .doesNotContain("Sam Elsewhere");

        var second = looks(Map.of("filter", "choice-", "show", "2", "chosen", ids.get(0), "officers", "x"));
        assertThat(second)
                .contains("page 2 of 2", "Sam Choice-39", "Chosen as well", "Sam Choice-10", ">x</textarea>")
                .containsPattern("value=\"" + ids.get(0) + "\"[^>]*checked");
        assertThat(desk.sends(
                        "/command/enroll",
                        Map.of("command", "PCT-075", "training", training, "chosen", List.of(ids.get(0), elsewhere))))
                .hasStatus(422)
                .bodyText()
                .contains(elsewhere + ": serves in another command.", "Nobody was enrolled.")
                .doesNotContain("Sam Elsewhere");
        assertThat(Roster.state(coordinator, training, UUID.fromString(ids.get(0))))
                .isEmpty();
        assertThat(desk.sends(
                        "/command/enroll",
                        Map.of(
                                "command",
                                "PCT-075",
                                "training",
                                training,
                                "chosen",
                                List.of(ids.get(0), ids.get(29)),
                                "officers",
                                officer)))
                .hasStatus(302);
        assertThat(Stream.of(ids.get(0), ids.get(29), officer.toString())
                        .map(it -> Roster.state(coordinator, training, UUID.fromString(it))))
                .containsOnly("ENROLLED");
        assertThat(Roster.text(coordinator, training, UUID.fromString(ids.get(29)), "/nco"))
                .isEqualTo("true");
    }

    @Test
    void isToldByTheNameWhoHasASeatElsewhere() {
        var named = imports("tax_number,name,rank,command,nco\n7800101,Kim Taken,PO,PCT-075,false\n")
                .text("/items/0/officer");
        var taken = Ahead.opened(coordinator, Ahead.planFor(2));
        Person.commander(port, "PCT-075").enrolls(taken, UUID.fromString(named));
        var training = Ahead.opened(coordinator, Ahead.planFor(2));

        assertThat(desk.sends("/command/enroll", Map.of("command", "PCT-075", "training", training, "chosen", named)))
                .hasStatus(422)
                .bodyText()
                .contains("0 of 1 have a place.", "Kim Taken (" + named.substring(0, 8) + "), PO: There is a seat")
                .containsPattern("value=\"" + named + "\"[^>]*checked");
        assertThat(desk.sends("/command/enroll", Map.of("command", "PCT-075", "training", training)))
                .hasStatus(422)
                .bodyText()
                .contains("Choose or enter one officer at least.");
    }

    @Test
    void officersOfAnotherCommandAreNotThere() {
        var training = requested(Ahead.planFor(3));

        assertThat(elsewhere.sees("/command")).doesNotContain(officer.toString());
        assertThat(elsewhere.asks(page(training))).hasStatus(404);
        for (var action : List.of("approve", "decline", "withdraw", "transfer")) {
            for (var version : List.of("1", "7")) {
                assertThat(elsewhere.sends(
                                page(training) + "/" + action,
                                Map.of("version", version, "reason", "STAFFING", "to", UUID.randomUUID())))
                        .hasStatus(404);
            }
        }
        assertThat(desk.asks("/command?command=PCT-110")).hasStatus(404);
        assertThat(desk.sends(
                        "/command/enroll",
                        Map.of("command", "PCT-110", "training", training, "officers", UUID.randomUUID())))
                .hasStatus(404);
        assertThat(Roster.state(coordinator, training, officer)).isEqualTo("REQUESTED");
    }

    private Client.Reply imports(String roster) {
        return Client.coordinator(port)
                .post("/v1/officers:import?dryRun=false", roster, "text/csv")
                .is(200);
    }

    private String looks(Map<String, ?> fields) {
        var answer = desk.sends("/command/enroll", fields);
        assertThat(answer).hasStatusOk();
        return Visitor.text(answer);
    }

    private UUID requested(TrainingPlan plan) {
        var training = Ahead.opened(coordinator, plan);
        Person.officer(port, officer).enrolls(training, officer);
        return training;
    }

    private MvcTestResult decides(UUID training, String action, Map<String, ?> fields) {
        return desk.sends(page(training) + "/" + action, fields);
    }

    private MvcTestResult enrolls(UUID training, String officers) {
        return desk.sends("/command/enroll", Map.of("command", "PCT-075", "training", training, "officers", officers));
    }

    private String page(UUID training) {
        return "/command/trainings/" + training + "/enrollments/" + Ids.enrollment(training, officer);
    }
}
