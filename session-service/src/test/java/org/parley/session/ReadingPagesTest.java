package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.session.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** What officers, commanders and coordinators read on their pages and put right there; and what they don't. */
@ParleyTest
class ReadingPagesTest {

    /** A month in which no other test logs anything, long gone: only a coordinator logs there. */
    private static final String MONTH = "2026-01";

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext context;

    private final UUID officer = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Test
    void anOfficerReadsTheOwnLogsTheNewestFirstToTheEnd() {
        var paths = IntStream.rangeClosed(1, 30)
                .mapToObj(hours -> hours % 2 == 0 ? logsSession(hours) : logsMicroIntervention(hours))
                .toList();
        var self = visitor();
        await().untilAsserted(() -> assertThat(self.seesAllOf("/logs")).contains(paths));

        var whole = self.seesAllOf("/logs");
        assertThat(paths).isSortedAccordingTo((one, next) -> whole.indexOf(one) - whole.indexOf(next));
        assertThat(self.sees("/logs")).doesNotContain(paths.getLast());
        var other = Visitor.of(context, Login.officer(UUID.randomUUID()));
        assertThat(other.sees("/logs")).doesNotContain("/logs/sessions/", "/logs/micro-interventions/");
    }

    /** own / foreign, by who comes; the officer took part in the session and logged the micro-intervention. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // page                            officer | other | commander | coordinator | staff
                "session                             | 200 | 404 | 403 | 200 | 403",
                "session of a center                 | 404 | 404 | 403 | 200 | 403",
                "micro-intervention                  | 200 | 404 | 403 | 200 | 403",
                "amend session                       | 302 | 404 | 403 | 302 | 403",
                "amend session of a center           | 404 | 404 | 403 | 302 | 403",
                "amend micro-intervention            | 302 | 404 | 403 | 302 | 403",
                "void session                        | 302 | 404 | 403 | 302 | 403",
                "void session of a center            | 404 | 404 | 403 | 302 | 403",
                "void micro-intervention             | 302 | 404 | 403 | 302 | 403",
                "/logs                               | 200 | 200 | 403 | 403 | 403",
                "/logs/figures                       | 200 | 200 | 403 | 403 | 403",
                "/logs/figures.csv                   | 200 | 200 | 403 | 403 | 403",
                "/command-logs                       | 403 | 403 | 200 | 403 | 403",
                "/command-logs?command=PCT-075       | 403 | 403 | 200 | 403 | 403",
                "/command-logs?command=PCT-001       | 403 | 403 | 404 | 403 | 403",
                "/command-logs/figures.csv?command=PCT-001 | 403 | 403 | 404 | 403 | 403",
                "/board                              | 403 | 403 | 403 | 200 | 403",
                "/board?command=PCT-001              | 403 | 403 | 403 | 200 | 403",
                "/board?command=PCT-999              | 403 | 403 | 403 | 404 | 403",
                "/board/figures.csv?command=PCT-001  | 403 | 403 | 403 | 200 | 403",
                "/board/unmatched                    | 403 | 403 | 403 | 200 | 403",
            })
    void everyRoleReadsItsOwnAndNoOther(
            String what, int ofOfficer, int ofOther, int ofCommander, int ofCoordinator, int ofStaff) {
        assertThat(does(what, visitor())).as("the officer").isEqualTo(ofOfficer);
        assertThat(does(what, Visitor.of(context, Login.officer(UUID.randomUUID()))))
                .as("another officer")
                .isEqualTo(ofOther);
        assertThat(does(what, Visitor.of(context, Login.commanderOf("PCT-075"))))
                .as("the commander")
                .isEqualTo(ofCommander);
        assertThat(does(what, Visitor.of(context, Login.coordinator())))
                .as("a coordinator")
                .isEqualTo(ofCoordinator);
        assertThat(does(what, Visitor.of(context, Login.staffOf("cms"))))
                .as("staff of a center")
                .isEqualTo(ofStaff);
    }

    @Test
    void anOfficerAmendsALogAndReadsWhatItWas() {
        var path = logsMicroIntervention(3);
        var self = visitor();
        assertThat(self.sends(path + "/amend", amendment("type", "PETS", "techniques", "TIME")))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo(path + "?done=amend");
        var page = self.sees(path + "?done=amend");
        assertThat(page).contains("Done. This is how it stands now.", "Logged", "Amended", "by officer " + officer);
        assertThat(page.substring(page.indexOf("id=\"history\"")))
                .containsPattern("About\\s*:\\s*Pets")
                .containsPattern("Techniques\\s*:\\s*Time")
                .doesNotContain("How it ended");
    }

    @Test
    void aTimeThatWasNotTouchedStaysToTheLetter() {
        var at = Instant.parse("2025-11-02T06:30:12.345Z"); // the second of two half past ones, and seconds
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port)
                        .logsMicroIntervention(
                                id, calmedNeighbors("officer", officer.toString(), "occurredAt", at.toString()))
                        .status())
                .isEqualTo(201);
        var coordinator = Visitor.of(context, Login.coordinator());
        assertThat(coordinator.sends("/logs/micro-interventions/" + id + "/amend", amendment("at", "2025-11-02T01:30")))
                .hasStatus(302);
        assertThat(Person.coordinator(port).readsMicroIntervention(id).text("/occurredAt"))
                .isEqualTo(at.toString());

        var session = UUID.randomUUID();
        var body = mediationOfAnOfficer(
                "officers", List.of(officer.toString()),
                "startedAt", "2025-11-20T15:00:12.345Z",
                "endedAt", "2025-11-21T20:15:50.001Z");
        assertThat(Person.coordinator(port).logsSession(session, body).status()).isEqualTo(201);
        assertThat(coordinator.sends(
                        "/logs/sessions/" + session + "/amend",
                        Map.of(
                                "version", "1",
                                "outcome", "PROGRESS",
                                "type", "NOISE",
                                "at", "2025-11-20T10:00",
                                "minutes", "1755",
                                "parties", "2",
                                "facilitators", "1",
                                "sitting", "2")))
                .hasStatus(302);
        var now = Person.coordinator(port).readsSession(session);
        assertThat(now.text("/startedAt")).isEqualTo("2025-11-20T15:00:12.345Z");
        assertThat(now.text("/endedAt")).isEqualTo("2025-11-21T20:15:50.001Z");
        assertThat(now.text("/outcome")).isEqualTo("PROGRESS");
    }

    @Test
    void whatWasChangedMeanwhileIsShownAndNotWrittenOver() {
        var path = logsMicroIntervention(3);
        var self = visitor();
        assertThat(self.sends(path + "/amend", amendment("type", "PETS"))).hasStatus(302);
        for (var version : List.of("1", "", "7", "x")) {
            var refused = self.sends(path + "/amend", amendment("type", "NOISE", "version", version));
            assertThat(refused)
                    .hasStatus(409)
                    .bodyText()
                    .contains("It was changed meanwhile. This is how it stands now.", "name=\"version\" value=\"2\"")
                    .containsPattern("value=\"PETS\"[^>]*selected");
        }
        assertThat(self.sends(path + "/void", Map.of("reason", "TEST", "version", "1")))
                .hasStatus(409);
        assertThat(self.sees(path)).doesNotContain("Voided:");
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() {
        var path = logsMicroIntervention(3);
        var self = visitor();
        assertThat(self.sends(path + "/amend", amendment("outcome", "ARREST", "type", "PETS")))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was done.", "id=\"arrestMade-wrong\"", "Must be true with ARREST.")
                .containsPattern("value=\"PETS\"[^>]*selected");
        assertThat(self.sends(path + "/amend", amendment("at", "yesterday")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"at-wrong\"", "value=\"yesterday\"");
        assertThat(self.sends(path + "/void", Map.of("version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"reason-wrong\"");
        assertThat(self.sees(path)).doesNotContain("Amended<", "Voided<");
    }

    @Test
    void aVoidedLogSaysSoAndCanBeChangedNoMore() {
        var path = logsSession(3);
        var self = visitor();
        assertThat(self.sends(path + "/void", Map.of("reason", "DUPLICATE", "version", "1")))
                .hasStatus(302);
        assertThat(self.sees(path))
                .contains("Duplicate", "counts nowhere")
                .doesNotContain(path + "/amend", path + "/void");
        await().untilAsserted(() -> assertThat(self.sees("/logs")).contains(path, "Voided"));
    }

    @Test
    void anOfficerSeesAllOfTheOwnFigures() {
        Person.coordinator(port).logsAll(List.of(old("PCT-075", officer, "CALMED"), old("PCT-075", officer, "ARREST")));
        var self = visitor();
        await().untilAsserted(() -> assertThat(self.sees("/logs/figures.csv?month=" + MONTH))
                .contains(
                        "MICRO_INTERVENTIONS,,,,2\r\n",
                        "MICRO_INTERVENTIONS,REFLECT,,CALMED,1\r\n",
                        "MICRO_INTERVENTIONS,REFLECT,PAUSE,,2\r\n",
                        "MICRO_INTERVENTIONS,OFFER,,,0\r\n",
                        "ARRESTS,,,MADE,1\r\n",
                        "SESSIONS,,,,0\r\n"));
        assertThat(self.sees("/logs/figures?month=" + MONTH))
                .contains("January 2026", "month=2025-12", "month=2026-02")
                .doesNotContain("not shown");
    }

    @Test
    void aCommanderLearnsNothingOfFewerThanFiveOfficers() {
        var command = "PCT-060";
        var commander = Visitor.of(context, Login.commanderOf(command));
        var officers = Stream.generate(UUID::randomUUID).limit(5).toList();
        var logs = new ArrayList<Map<String, Object>>();
        for (var one : officers) {
            logs.add(old(command, one, "CALMED"));
        }
        logs.set(4, old(command, officers.getLast(), "ARREST"));
        Person.coordinator(port).logsAll(logs.subList(0, 4));
        awaitLogs(command, 4);

        var address = "?command=" + command + "&month=" + MONTH;
        var ofFour = commander.sees("/command-logs" + address);
        assertThat(ofFour).contains("Fewer than five officers logged in this month.", "no log is listed");
        tellsNothing(ofFour, logs);
        assertThat(ofFour).doesNotContain("Calmed", "Micro-intervention:", "Jan 10", "Neighbors");
        assertThat(commander.sees("/command-logs/figures.csv" + address))
                .contains(
                        "MICRO_INTERVENTIONS,,,,\r\n",
                        "MICRO_INTERVENTIONS,REFLECT,PAUSE,,\r\n",
                        "ARRESTS,,,MADE,\r\n");

        Person.coordinator(port).logsAll(logs);
        awaitLogs(command, 5);
        var ofFive = commander.sees("/command-logs" + address);
        tellsNothing(ofFive, logs);
        assertThat(ofFive)
                .contains(
                        "<strong>5</strong> officers",
                        "<h1>PCT-060 60th Precinct, January 2026</h1>",
                        "Sat, Jan 10, 2026",
                        "Micro-intervention: Neighbors",
                        "5 times")
                .contains("Where a dash stands")
                .containsPattern(
                        "(?s)>Calmed</th>\\s*<td class=\"count heat-0\">\\s*<span aria-hidden=\"true\">–</span>")
                .containsPattern("(?s)>Pause</th>\\s*<td class=\"count\">5</td>");
        assertThat(commander.sees("/command-logs/figures.csv" + address))
                .contains("MICRO_INTERVENTIONS,,,,5\r\n", "MICRO_INTERVENTIONS,,,CALMED,\r\n", "ARRESTS,,,MADE,\r\n");
        assertThat(commander.sees("/command-logs?command=" + command + "&month=2025-12"))
                .contains("Nothing in this month.");
    }

    /** Neither who it was nor what became of it, and no way to the log. */
    private static void tellsNothing(String page, List<Map<String, Object>> logs) {
        logs.forEach(log -> assertThat(page).doesNotContain((String) log.get("id"), (String) log.get("officer")));
        assertThat(page).doesNotContain("/logs/", "Arrest made", "Arrest avoided", "5:00", "12:00");
    }

    @Test
    void aCoordinatorReadsTheLogsOfAMonthAndOnlyOfThat() {
        var command = "PCT-061";
        var log = old(command, officer, "CALMED");
        var before = new HashMap<>(old(command, officer, "CALMED"));
        before.put("occurredAt", "2025-12-31T17:00:00Z");
        Person.coordinator(port).logsAll(List.of(log, before));
        awaitLogs(command, 2);
        var board = Visitor.of(context, Login.coordinator()).sees("/board?command=" + command + "&month=" + MONTH);
        assertThat(board)
                .contains("/logs/micro-interventions/" + log.get("id"), "no figure is shown")
                .doesNotContain((String) before.get("id"), "no log is listed");
    }

    @Test
    void aCoordinatorReadsWhatDoesNotFit() {
        var session = UUID.randomUUID();
        var unknown = UUID.randomUUID();
        var coordinator = Visitor.of(context, Login.coordinator());
        var body = mediationOfNypi("startedAt", ago(3), "endedAt", ago(2), "referral", unknown.toString());
        assertThat(Person.coordinator(port).logsSession(session, body).status()).isEqualTo(201);
        assertThat(coordinator.sees("/logs/sessions/" + session)).contains(unknown.toString(), "Not known yet");
        assertThat(coordinator.sees("/board/unmatched"))
                .as("its referral may still be heard of")
                .doesNotContain(session.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/logs/figures?month=2026-13",
        "/logs/figures?month=abc",
        "/logs?cursor=abc",
        "/logs/figures.csv?month=1"
    })
    void whatNoPageHasMadeIsSaidInWords(String address) {
        assertThat(visitor().asks(address)).hasStatus(422).bodyText().contains("A value breaks a rule", "must be");
    }

    private void awaitLogs(String command, int some) {
        await().untilAsserted(() -> assertThat(Person.coordinator(port)
                        .reads("/v1/commands/" + command + "/logs?limit=200")
                        .body()
                        .path("items"))
                .hasSize(some));
    }

    /** Each on a log of its own, so that no attempt meets what another has done. */
    private int does(String what, Visitor visitor) {
        var path = what.startsWith("/")
                ? what
                : what.endsWith("micro-intervention")
                        ? logsMicroIntervention(3)
                        : what.endsWith("center") ? logsSessionOfCenter() : logsSession(3);
        var answer = what.startsWith("amend")
                ? visitor.sends(
                        path + "/amend",
                        what.endsWith("micro-intervention") ? amendment("type", "PETS") : sessionAmendment())
                : what.startsWith("void")
                        ? visitor.sends(path + "/void", Map.of("reason", "TEST", "version", "1"))
                        : visitor.asks(path);
        return answer.getResponse().getStatus();
    }

    private Visitor visitor() {
        return Visitor.of(context, Login.officer(officer));
    }

    private static Map<String, Object> sessionAmendment() {
        return Map.of(
                "version", "1",
                "outcome", "NO_AGREEMENT",
                "type", "PETS",
                "at", inTheCity(5),
                "minutes", "30",
                "parties", "2",
                "facilitators", "1",
                "sitting", "1");
    }

    /** Of a micro-intervention that was logged three hours ago. */
    private static Map<String, Object> amendment(String... changes) {
        var fields = new HashMap<String, Object>(Map.of(
                "version", "1",
                "outcome", "CALMED",
                "type", "NEIGHBOR",
                "at", inTheCity(5),
                "arrestWasLikely", "true",
                "arrestMade", "false"));
        for (var n = 0; n < changes.length; n += 2) {
            fields.put(changes[n], changes[n + 1]);
        }
        return fields;
    }

    private String logsSession(int hours) {
        var body = mediationOfAnOfficer(
                "officers", List.of(officer.toString()), "startedAt", ago(hours), "endedAt", ago(hours - 1));
        return logsSession(body);
    }

    private String logsSessionOfCenter() {
        return logsSession(mediationOfNypi("startedAt", ago(3), "endedAt", ago(2), "referral", null));
    }

    private String logsSession(Map<String, Object> body) {
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port).logsSession(id, body).status()).isEqualTo(201);
        return "/logs/sessions/" + id;
    }

    private String logsMicroIntervention(int hours) {
        var id = UUID.randomUUID();
        var body = calmedNeighbors("officer", officer.toString(), "occurredAt", ago(hours));
        assertThat(Person.coordinator(port).logsMicroIntervention(id, body).status())
                .isEqualTo(201);
        return "/logs/micro-interventions/" + id;
    }

    private static String ago(int hours) {
        return Instant.now().minus(Duration.ofHours(hours)).toString();
    }

    /** As a form has it. */
    private static String inTheCity(int hoursAgo) {
        return LocalDateTime.now(ZoneId.of("America/New_York"))
                .minusHours(hoursAgo)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Map<String, Object> old(String command, UUID officer, String outcome) {
        return calmedNeighbors(
                "id",
                UUID.randomUUID().toString(),
                "officer",
                officer.toString(),
                "command",
                command,
                "occurredAt",
                MONTH + "-10T17:00:00Z",
                "outcome",
                outcome,
                "arrestMade",
                outcome.equals("ARREST"));
    }
}
