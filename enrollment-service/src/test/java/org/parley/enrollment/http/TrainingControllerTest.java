package org.parley.enrollment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.Creation;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.Transfers;
import org.parley.enrollment.evaluations.Evaluations;
import org.parley.enrollment.evaluations.LinkDrawing;
import org.parley.enrollment.officers.Officers;
import org.parley.enrollment.officers.RosterImport;
import org.parley.starter.pages.PageController;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the edge refuses by itself: nothing of it reaches the rules. */
@WebMvcTest(excludeFilters = @Filter(PageController.class))
class TrainingControllerTest {

    private static final String TRAININGS = "/v1/trainings";
    private static final String TRAINING = TRAININGS + "/" + UUID.randomUUID();
    private static final String ENROLLMENTS = TRAININGS + "/" + UUID.randomUUID() + "/enrollments";
    private static final String ATTENDANCE = TRAININGS + "/" + UUID.randomUUID() + "/attendance/";
    private static final String DAYS = """
            [{"date":"2026-07-07","start":"09:00","end":"17:00"},{"date":"2026-07-08","start":"09:00","end":"17:00"},
             {"date":"2026-07-14","start":"09:00","end":"17:00"},{"date":"2026-07-15","start":"09:00","end":"17:00"}]""";

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    TrainingManagement trainings;

    @MockitoBean
    EnrollmentManagement enrollments;

    @MockitoBean
    AttendanceManagement attendance;

    @MockitoBean
    Transfers transfers;

    @MockitoBean
    Catalogue catalogue;

    @MockitoBean
    Certificates certificates;

    @MockitoBean
    LinkDrawing drawing;

    @MockitoBean
    Evaluations evaluations;

    @MockitoBean
    Officers officers;

    @MockitoBean
    RosterImport rosters;

    @MockitoBean
    Clock clock;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                           | 400 | malformed-json |
            {"cohort":"2026-07","capacity":25,"days":[],"venue":"x"}    | 400 | unknown-field  | /venue
            {"cohort":"2026-07","capacity":25}                          | 422 | invalid-field  | /days
            {"cohort":"2026-07","capacity":"25","days":[]}              | 422 | invalid-field  | /capacity
            {"cohort":"2026-07","days":[]}                              | 422 | invalid-field  | /capacity
            {"cohort":"a","capacity":1,"days":[{"date":"2026-07-07","start":"9:00","end":"17:00"}]} | 422 | invalid-field | /days/0/start
            {"cohort":"a","capacity":1,"days":[{"date":"2026-02-30","start":"09:00","end":"17:00"}]} | 422 | invalid-field | /days/0/date
            {"cohort":"a","capacity":1,"days":[{"start":"09:00","end":"17:00"}]} | 422 | invalid-field | /days/0/date
            {"cohort":"a","capacity":1,"days":[null]}                   | 422 | invalid-field  | /days/0
            {"cohort":"a","capacity":1,"days":[],"trainers":["x"]}      | 422 | invalid-field  | /trainers/0
            {"cohort":"a","capacity":1,"days":[],"trainers":[null]}     | 422 | invalid-field  | /trainers/0
            {"cohort":"a","capacity":1,"days":[],"parts":["LAW"]}       | 422 | invalid-field  | /parts/0
            {"cohort":"a","capacity":1,"days":[],"seatsPerCommand":1.5} | 422 | invalid-field  | /seatsPerCommand
            """)
    void refusesATraining(String body, int status, String problem, String field) {
        assertProblem(send(HttpMethod.POST, TRAININGS, body, "coordinator"), status, problem, field);
        assertProblem(send(HttpMethod.PUT, TRAINING, body, "coordinator"), status, problem, field);
        verifyNoInteractions(trainings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /cancel                         | {}                              | /reason
            /cancel                         | {"reason":"BECAUSE"}            | /reason
            /cancel                         | {"reason":1}                    | /reason
            /enrollments/{id}/decline       | {}                              | /reason
            /enrollments/{id}/decline       | {"reason":"TRAINING_OVER"}      | /reason
            /enrollments/{id}/withdraw      | {}                              | /reason
            /enrollments/{id}/withdraw      | {"reason":"TRANSFERRED"}        | /reason
            /enrollments/{id}/transfer      | {}                              | /to
            /enrollments/{id}/transfer      | {"to":"x"}                      | /to
            """)
    void refusesAReasonThatIsNone(String path, String body, String field) {
        var to = TRAINING + path.replace("{id}", UUID.randomUUID().toString());
        assertProblem(send(HttpMethod.POST, to, body, "coordinator"), 422, "invalid-field", field);
        verifyNoInteractions(trainings, enrollments, transfers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"hours":8}                                                              | /training
            {"training":"00000000-0000-4000-8000-000000000001"}                      | /hours
            {"training":"00000000-0000-4000-8000-000000000001","hours":"8"}          | /hours
            """)
    void refusesADayMadeUp(String body, String field) {
        var to = TRAINING + "/enrollments/" + UUID.randomUUID() + "/made-up/1";
        assertProblem(send(HttpMethod.PUT, to, body, "coordinator"), 422, "invalid-field", field);
        verifyNoInteractions(attendance);
    }

    @ParameterizedTest
    @CsvSource({
        "from=July, ?from",
        "from=2026-13, ?from",
        "from=2026-07&to=2026-06, ?to",
        "from=2026-07&to=2028-07, ?to",
        "state=NEW, ?state",
        "limit=0, ?limit",
        "limit=201, ?limit",
        "limit=all, ?limit"
    })
    void refusesAListNobodyHas(String query, String field) {
        given(catalogue.thisMonth()).willReturn(YearMonth.of(2026, 7));
        assertProblem(send(HttpMethod.GET, TRAININGS + "?" + query, "", "officer"), 422, "invalid-field", field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"requests":[]}                                             | 422 | invalid-field | /requests
            {"requests":[{"officer":"x","command":"PCT-075"}]}          | 422 | invalid-field | /requests/0/officer
            {"requests":[{"command":"PCT-075"}]}                        | 422 | invalid-field | /requests/0/officer
            {"requests":[{"officer":"00000000-0000-4000-8000-000000000001","command":"PCT-075","name":"x"}]} | 400 | unknown-field | /requests/0/name
            """)
    void refusesAnEnrollment(String body, int status, String problem, String field) {
        assertProblem(send(HttpMethod.POST, ENROLLMENTS, body, "coordinator"), status, problem, field);
        verifyNoInteractions(trainings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-07-07 | {}                               | /attended
            2026-07-07 | {"attended":[{"hours":8}]}       | /attended/0/officer
            2026-07-07 | {"attended":[{"officer":"00000000-0000-4000-8000-000000000001","hours":"8"}]} | /attended/0/hours
            July       | {"attended":[]}                  | ?date
            """)
    void refusesAnAttendance(String date, String body, String field) {
        assertProblem(send(HttpMethod.PUT, ATTENDANCE + date, body, "coordinator"), 422, "invalid-field", field);
        verifyNoInteractions(attendance);
    }

    @Test
    void refusesAKeyThatIsNone() {
        var answer = mvc.post()
                .uri(TRAININGS)
                .with(token("coordinator"))
                .header("Idempotency-Key", "two words")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"cohort\":\"a\",\"capacity\":1,\"days\":" + DAYS + "}")
                .exchange();
        assertProblem(answer, 422, "invalid-field", "Idempotency-Key");
    }

    @Test
    void tellsOfAKeyUsedForSomethingElse() {
        given(trainings.create(any(), any())).willReturn(new Creation.KeyReused());
        var body = "{\"cohort\":\"a\",\"capacity\":1,\"days\":" + DAYS + "}";
        assertProblem(send(HttpMethod.POST, TRAININGS, body, "coordinator"), 422, "key-reused", null);
    }

    @Test
    void tellsNothingOfATrainingThatIsNotThere() {
        given(trainings.find(any())).willReturn(Optional.empty());
        assertProblem(send(HttpMethod.GET, TRAININGS + "/" + UUID.randomUUID(), "", "officer"), 404, "not-found", null);
        given(trainings.open(any(), any(), any())).willReturn(Optional.empty());
        assertProblem(
                send(HttpMethod.POST, TRAININGS + "/" + UUID.randomUUID() + "/open", "", "coordinator"),
                404,
                "not-found",
                null);
    }

    @ParameterizedTest
    @CsvSource({"commander", "officer", "analyst", "precinct-system"})
    void letsOnlyCoordinatorsRunTrainings(String role) {
        var training = TRAININGS + "/" + UUID.randomUUID();
        assertThat(List.of(
                        send(
                                HttpMethod.POST,
                                TRAININGS,
                                "{\"cohort\":\"a\",\"capacity\":1,\"days\":" + DAYS + "}",
                                role),
                        send(HttpMethod.POST, training + "/open", "", role),
                        send(HttpMethod.PUT, training + "/attendance/2026-07-07", "{\"attended\":[]}", role),
                        send(HttpMethod.POST, training + "/complete", "", role)))
                .allSatisfy(answer -> assertProblem(answer, 403, "forbidden", null));
        verifyNoInteractions(trainings);
    }

    @Test
    void letsACommanderAskOnlyForHisOwnOfficers() {
        var body = "{\"requests\":[{\"officer\":\"00000000-0000-4000-8000-000000000001\",\"command\":\"PCT-001\"}]}";
        assertProblem(send(HttpMethod.POST, ENROLLMENTS, body, "commander"), 403, "forbidden", null);
        verifyNoInteractions(trainings);
    }

    @Test
    void asksWhoIsThereExceptForTheCheckOfACertificate() {
        assertProblem(mvc.get().uri(ENROLLMENTS).exchange(), 401, "unauthenticated", null);
        assertProblem(
                mvc.get()
                        .uri("/v1/officers/" + UUID.randomUUID() + "/certificates")
                        .exchange(),
                401,
                "unauthenticated",
                null);
        given(certificates.find(any())).willReturn(Optional.empty());
        assertProblem(mvc.get().uri("/v1/certificates/" + UUID.randomUUID()).exchange(), 404, "not-found", null);
    }

    @Test
    void hidesTheCertificatesOfOthers() {
        assertProblem(
                send(HttpMethod.GET, "/v1/officers/" + UUID.randomUUID() + "/certificates", "", "officer"),
                404,
                "not-found",
                null);
    }

    private MvcTestResult send(HttpMethod method, String path, String body, String role) {
        return mvc.method(method)
                .uri(path)
                .with(token(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String problem, String field) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:parley:problem:" + problem);
        if (field != null) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        }
    }

    private static RequestPostProcessor token(String role) {
        return jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role))
                .jwt(token -> token.subject("client")
                        .claims(claims -> claims.putAll(Map.of(
                                "roles",
                                List.of(role),
                                "command",
                                List.of("PCT-075"),
                                "officer",
                                UUID.randomUUID().toString()))));
    }
}
