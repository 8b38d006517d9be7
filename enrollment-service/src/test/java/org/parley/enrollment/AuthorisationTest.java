package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.planFor;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Role by operation, for one's own and for another's: 403 where the role may never, 404 where it is somebody else's, and
 * anything else where it may (a 2xx, or a conflict with how things stand).
 */
@ParleyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationTest {

    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final String DAY = "{\"date\":\"2026-07-16\",\"start\":\"09:00\",\"end\":\"17:00\"}";
    private static final String PLAN = "{\"cohort\":\"a\",\"capacity\":1,\"days\":[]}";

    @LocalServerPort
    private int port;

    private UUID training;
    private UUID other;
    private UUID draft;

    @BeforeAll
    void plan() {
        var coordinator = Person.coordinator(port);
        training = created(coordinator);
        other = created(coordinator);
        draft = created(coordinator);
        coordinator.opens(training);
        coordinator.opens(other);
        Person.officer(port, OFFICER).enrolls(training, OFFICER);
        coordinator.enrolls(training, COLLEAGUE);
    }

    /*
     * coordinator, commander of the command, commander of another, the officer, another officer, the trainer, another
     * trainer, none of these roles
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  /v1/trainings                                     |      | yes | yes | yes | yes | yes | yes | yes | 403
            POST /v1/trainings                                     | plan | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            GET  /v1/trainings/{t}                                 |      | yes | yes | yes | yes | yes | yes | yes | 403
            GET  /v1/trainings/{d}                                 |      | yes | 404 | 404 | 404 | 404 | 404 | 404 | 403
            PUT  /v1/trainings/{d}                                 | plan | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            POST /v1/trainings/{t}/open                            |      | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            PUT  /v1/trainings/{t}/days/4                          | day  | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            POST /v1/trainings/{d}/cancel                          | weather | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            POST /v1/trainings/{d}/complete                        |      | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            GET  /v1/trainings/{t}/enrollments                     |      | yes | yes | yes | yes | yes | yes | yes | 403
            POST /v1/trainings/{t}/enrollments                     | seat | yes | yes | 403 | yes | 403 | 403 | 403 | 403
            GET  /v1/trainings/{t}/enrollments/{e}/history         |      | yes | yes | 404 | yes | 404 | 403 | 403 | 403
            POST /v1/trainings/{t}/enrollments/{e}/approve         |      | yes | yes | 404 | 403 | 403 | 403 | 403 | 403
            POST /v1/trainings/{t}/enrollments/{e}/decline         | staff | yes | yes | 404 | 403 | 403 | 403 | 403 | 403
            POST /v1/trainings/{t}/enrollments/{e}/transfer        | to   | yes | yes | 404 | 403 | 403 | 403 | 403 | 403
            PUT  /v1/trainings/{t}/attendance/2026-07-07           | list | yes | 403 | 403 | 403 | 403 | yes | 404 | 403
            PUT  /v1/trainings/{t}/enrollments/{e}/made-up/1       | made | yes | 403 | 403 | 403 | 403 | yes | 404 | 403
            GET  /v1/trainings/{t}/days/1/sign-in-code             |      | yes | 403 | 403 | 403 | 403 | yes | 404 | 403
            POST /v1/trainings/{t}/days/1/sign-in                  | code | 403 | 403 | 403 | yes | 404 | 403 | 403 | 403
            POST /v1/trainings/{t}/evaluation-links                |      | yes | 403 | 403 | 403 | 403 | 403 | 403 | 403
            GET  /v1/officers/{o}/certificates                     |      | yes | 403 | 403 | yes | 404 | 403 | 403 | 403
            GET  /v1/commands/PCT-075/officers                     |      | yes | yes | 404 | 404 | 404 | 404 | 404 | 404
            POST /v1/trainings/{t}/enrollments/{e}/withdraw        |      | yes | yes | 404 | yes | 404 | 403 | 403 | 403
            """)
    void everybodyMayWhatIsTheirs(
            String operation,
            String body,
            String coordinator,
            String commander,
            String otherCommander,
            String officer,
            String otherOfficer,
            String trainer,
            String otherTrainer,
            String nobody) {
        var expected =
                List.of(coordinator, commander, otherCommander, officer, otherOfficer, trainer, otherTrainer, nobody);
        // the one who may most comes last, so that nobody finds it done
        for (var n = expected.size() - 1; n >= 0; n--) {
            var answer = people().get(n)
                    .does(operation.split(" +")[0], path(operation.split(" +")[1]), body(body));
            assertThat(
                            expected.get(n).equals("yes")
                                    ? List.of(200, 201, 409, 422).contains(answer.status())
                                    : answer.status() == Integer.parseInt(expected.get(n)))
                    .as("%s as %s: %s, %s", operation, n, answer.status(), answer.body())
                    .isTrue();
        }
    }

    @Test
    void theRosterIsShownAsFarAsItIsTheirs() {
        assertThat(people().stream()
                        .limit(7)
                        .map(it -> it.readsRoster(training).body().at("/items").size()))
                .containsExactly(2, 2, 0, 1, 0, 2, 0);
    }

    @Test
    void nobodyIsAskedWithoutAToken() {
        var anybody = Person.anybody(port);
        assertThat(anybody.lists("").status()).isEqualTo(401);
        assertThat(anybody.readsCode(training, 1).status()).isEqualTo(401);
        assertThat(anybody.does("POST", path("/v1/trainings/{t}/days/1/sign-in"), body("code"))
                        .status())
                .isEqualTo(401);
    }

    private List<Person> people() {
        return List.of(
                Person.coordinator(port),
                Person.commander(port, "PCT-075"),
                Person.commander(port, "PCT-001"),
                Person.officer(port, OFFICER),
                Person.officer(port, UUID.randomUUID()),
                Person.trainer(port, Cohorts.TRAINER),
                Person.trainer(port, UUID.randomUUID()),
                new Person(
                        port,
                        TestIssuer.token(
                                "nobody",
                                List.of("analyst", "center-staff", "precinct-system", "administrator"),
                                Map.of(
                                        "command", List.of("*"),
                                        "officer", OFFICER.toString(),
                                        "trainer", Cohorts.TRAINER.toString()))));
    }

    private String path(String template) {
        return template.replace("{t}", training.toString())
                .replace("{o}", OFFICER.toString())
                .replace("{d}", draft.toString())
                .replace("{e}", Ids.enrollment(training, OFFICER).toString());
    }

    private String body(String name) {
        return switch (name == null ? "" : name) {
            case "plan" -> PLAN;
            case "day" -> DAY;
            case "weather" -> "{\"reason\":\"WEATHER\"}";
            case "staff" -> "{\"reason\":\"STAFFING\"}";
            case "seat" ->
                "{\"requests\":[{\"officer\":\"%s\",\"command\":\"PCT-075\",\"nco\":true}]}".formatted(OFFICER);
            case "to" -> "{\"to\":\"%s\"}".formatted(draft);
            case "list" -> "{\"attended\":[{\"officer\":\"%s\",\"hours\":8}]}".formatted(UUID.randomUUID());
            case "made" -> "{\"training\":\"%s\",\"hours\":8}".formatted(other);
            case "code" -> "{\"code\":\"none\"}";
            default -> "";
        };
    }

    private static UUID created(Person coordinator) {
        return UUID.fromString(
                coordinator.creates(planFor(2), UUID.randomUUID().toString()).text("/id"));
    }
}
