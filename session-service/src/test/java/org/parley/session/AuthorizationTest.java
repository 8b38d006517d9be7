package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what to whose logs: each role at each operation, with its own and with a foreign one. */
@ParleyTest
class AuthorizationTest {

    /**
     * own / foreign, by the columns' role. The officer took part in the officer's session and logged the
     * micro-intervention; nypi led the center's session. What is foreign and may not be seen is not there (404).
     */
    private static final String MATRIX = """
            operation              | officer | foreign officer | nypi | cms | commander | coordinator | analyst | nobody
            read officer session   | 200     | 404             | 404  | 404 | 403       | 200         | 403     | 401
            read center session    | 404     | 404             | 200  | 404 | 403       | 200         | 403     | 401
            read micro             | 200     | 404             | 403  | 403 | 403       | 200         | 403     | 401
            session history        | 200     | 404             | 404  | 404 | 403       | 200         | 403     | 401
            micro history          | 200     | 404             | 403  | 403 | 403       | 200         | 403     | 401
            log officer session    | 201     | 403             | 403  | 403 | 403       | 201         | 403     | 401
            log center session     | 403     | 403             | 201  | 403 | 403       | 201         | 403     | 401
            log micro              | 201     | 403             | 403  | 403 | 403       | 201         | 403     | 401
            log micro in a batch   | 201     | 403             | 403  | 403 | 403       | 201         | 403     | 401
            amend officer session  | 200     | 404             | 404  | 404 | 403       | 200         | 403     | 401
            amend center session   | 404     | 404             | 200  | 404 | 403       | 200         | 403     | 401
            amend micro            | 200     | 404             | 403  | 403 | 403       | 200         | 403     | 401
            void officer session   | 200     | 404             | 404  | 404 | 403       | 200         | 403     | 401
            void center session    | 404     | 404             | 200  | 404 | 403       | 200         | 403     | 401
            void micro             | 200     | 404             | 403  | 403 | 403       | 200         | 403     | 401
            logs of officer        | 200     | 404             | 403  | 403 | 403       | 200         | 403     | 401
            summary of officer     | 200     | 404             | 403  | 403 | 403       | 403         | 403     | 401
            logs of command        | 403     | 403             | 403  | 403 | 200       | 200         | 403     | 401
            summary of command     | 403     | 403             | 403  | 403 | 200       | 200         | 403     | 401
            logs of other command  | 403     | 403             | 403  | 403 | 404       | 200         | 403     | 401
            unmatched sessions     | 403     | 403             | 403  | 403 | 403       | 200         | 403     | 401""";

    private static final String STARTED =
            Instant.now().minus(Duration.ofHours(5)).toString();
    private static final String ENDED = Instant.now().minus(Duration.ofHours(4)).toString();

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();

    @Test
    void everyRoleDoesItsOwnAndNoOther() {
        var rows = MATRIX.lines().map(AuthorizationTest::cells).toList();
        var wrong = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            for (var column = 1; column < row.size(); column++) {
                var who = rows.getFirst().get(column);
                var status = does(person(who), row.getFirst());
                if (status != Integer.parseInt(row.get(column))) {
                    wrong.add(row.getFirst() + " as " + who + ": " + status + " instead of " + row.get(column));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    private static List<String> cells(String row) {
        return List.of(row.split("\\|", -1)).stream().map(String::strip).toList();
    }

    private Person person(String who) {
        return switch (who) {
            case "officer" -> Person.officer(port, officer);
            case "foreign officer" -> Person.officer(port, UUID.randomUUID());
            case "nypi", "cms" -> Person.center(port, who);
            case "commander" -> Person.commander(port, "PCT-075");
            case "coordinator" -> Person.coordinator(port);
            case "analyst" ->
                new Person(
                        port,
                        TestIssuer.token(
                                "analyst",
                                List.of("analyst"),
                                Map.of("officer", officer.toString(), "center", "nypi", "command", List.of("*"))));
            default -> Person.anybody(port);
        };
    }

    /** Each on a log of its own, so that no attempt meets what another has done. */
    private int does(Person person, String operation) {
        var id = UUID.randomUUID();
        return switch (operation) {
            case "read officer session" -> person.readsSession(officerSession()).status();
            case "read center session" -> person.readsSession(centerSession()).status();
            case "read micro" -> person.readsMicroIntervention(micro()).status();
            case "session history" ->
                person.reads("/v1/sessions/" + officerSession() + "/history").status();
            case "micro history" ->
                person.reads("/v1/micro-interventions/" + micro() + "/history").status();
            case "log officer session" -> person.logsSession(id, ofOfficer()).status();
            case "log center session" -> person.logsSession(id, ofCenter()).status();
            case "log micro" -> person.logsMicroIntervention(id, calmed()).status();
            case "log micro in a batch" -> inABatch(person, id);
            case "amend officer session" -> amends(person, "sessions", officerSession(), ofOfficer());
            case "amend center session" -> amends(person, "sessions", centerSession(), ofCenter());
            case "amend micro" -> amends(person, "micro-interventions", micro(), calmed());
            case "void officer session" ->
                person.voids("sessions", officerSession(), "TEST").status();
            case "void center session" ->
                person.voids("sessions", centerSession(), "TEST").status();
            case "void micro" ->
                person.voids("micro-interventions", micro(), "TEST").status();
            case "logs of officer" ->
                person.reads("/v1/officers/" + officer + "/logs").status();
            case "summary of officer" ->
                person.reads("/v1/officers/" + officer + "/summary").status();
            case "logs of command" -> person.reads("/v1/commands/PCT-075/logs").status();
            case "summary of command" ->
                person.reads("/v1/commands/PCT-075/summary").status();
            case "logs of other command" ->
                person.reads("/v1/commands/PCT-001/logs").status();
            case "unmatched sessions" -> person.reads("/v1/sessions:unmatched").status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private int inABatch(Person person, UUID id) {
        var log = calmed();
        log.put("id", id.toString());
        var answer = person.logsAll(List.of(log));
        return answer.status() == 200 ? answer.body().at("/items/0/status").asInt() : answer.status();
    }

    private static int amends(Person person, String log, UUID id, Map<String, Object> body) {
        body.put("type", "PETS");
        return person.amends(log, id, body, "*").status();
    }

    private UUID officerSession() {
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port).logsSession(id, ofOfficer()).status())
                .isEqualTo(201);
        return id;
    }

    private UUID centerSession() {
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port).logsSession(id, ofCenter()).status())
                .isEqualTo(201);
        return id;
    }

    private UUID micro() {
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port).logsMicroIntervention(id, calmed()).status())
                .isEqualTo(201);
        return id;
    }

    private Map<String, Object> ofOfficer() {
        return mediationOfAnOfficer("officers", List.of(officer.toString()), "startedAt", STARTED, "endedAt", ENDED);
    }

    private Map<String, Object> ofCenter() {
        return mediationOfNypi("startedAt", STARTED, "endedAt", ENDED, "referral", null);
    }

    private Map<String, Object> calmed() {
        return calmedNeighbors("officer", officer.toString(), "occurredAt", STARTED);
    }
}
