package org.parley.session.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.session.Breach;
import org.parley.session.Logging;
import org.parley.session.Logs;
import org.parley.session.MicroInterventionManagement;
import org.parley.session.SessionManagement;
import org.parley.session.lists.Readings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** What the edge refuses by itself: nothing of it reaches the rules. */
@WebMvcTest
class SessionControllerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    SessionManagement sessions;

    @MockitoBean
    MicroInterventionManagement microInterventions;

    @MockitoBean
    Readings readings;

    /** Of the pages' door, which is built beside the API's. */
    @MockitoBean
    Clock clock;

    @ParameterizedTest
    @MethodSource
    void refuses(String body, int status, String problem, String field) {
        assertProblem(put("/v1/sessions/", body, with("coordinator")), status, problem, field);
        verifyNoInteractions(sessions);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                Arguments.of("{", 400, "malformed-json", null),
                Arguments.of("", 400, "malformed-json", null),
                Arguments.of("[]", 422, "invalid-field", ""),
                Arguments.of(json(Logs.mediationOfNypi("note", "x")), 400, "unknown-field", "/note"),
                Arguments.of(json(Logs.mediationOfNypi("type", "WAR")), 422, "invalid-field", "/type"),
                Arguments.of(json(Logs.mediationOfNypi("outcome", "WON")), 422, "invalid-field", "/outcome"),
                Arguments.of(json(Logs.mediationOfNypi("outcome", 1)), 422, "invalid-field", "/outcome"),
                Arguments.of(json(Logs.mediationOfNypi("kind", null)), 422, "invalid-field", "/kind"),
                Arguments.of(json(Logs.mediationOfNypi("parties", null)), 422, "invalid-field", "/parties"),
                Arguments.of(json(Logs.mediationOfNypi("parties", "2")), 422, "invalid-field", "/parties"),
                Arguments.of(json(Logs.mediationOfNypi("parties", 2.5)), 422, "invalid-field", "/parties"),
                Arguments.of(json(Logs.mediationOfNypi("referral", "12")), 422, "invalid-field", "/referral"),
                Arguments.of(json(Logs.mediationOfNypi("startedAt", "yesterday")), 422, "invalid-field", "/startedAt"),
                Arguments.of(
                        json(Logs.mediationOfNypi("techniques", List.of("PAUSE", "HYPNOSIS"))),
                        422,
                        "invalid-field",
                        "/techniques/1"),
                Arguments.of(
                        json(Logs.mediationOfNypi("officers", Arrays.asList(Logs.OFFICER.toString(), null))),
                        422,
                        "invalid-field",
                        "/officers/1"));
    }

    @Test
    void refusesAnUnknownFieldOfAMicroInterventionByName() {
        assertProblem(
                put("/v1/micro-interventions/", json(Logs.calmedNeighbors("civilian", "x")), with("officer")),
                400,
                "unknown-field",
                "/civilian");
        verifyNoInteractions(microInterventions);
    }

    /** There is no place for what was said, not in a correction either. */
    @ParameterizedTest
    @CsvSource({"sessions, amend", "sessions, void", "micro-interventions, amend", "micro-interventions, void"})
    void refusesAnUnknownFieldOfACorrectionByName(String log, String what) {
        var good = what.equals("void")
                ? new HashMap<String, Object>(Map.of("reason", "TEST"))
                : log.equals("sessions") ? Logs.mediationOfNypi() : Logs.calmedNeighbors();
        good.put("note", "he said");
        var answer = mvc.post()
                .uri("/v1/" + log + "/" + UUID.randomUUID() + "/" + what)
                .with(with("coordinator"))
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json(good))
                .exchange();
        assertProblem(answer, 400, "unknown-field", "/note");
        verifyNoInteractions(sessions, microInterventions);
    }

    @Test
    void asksWhoIsThere() {
        var answer = mvc.put().uri("/v1/sessions/" + UUID.randomUUID()).exchange();
        assertProblem(answer, 401, "unauthenticated", null);
    }

    @Test
    void letsOnlyThoseInWhoLog() {
        assertProblem(put("/v1/sessions/", json(Logs.mediationOfNypi()), with("analyst")), 403, "forbidden", null);
        assertProblem(
                put("/v1/micro-interventions/", json(Logs.calmedNeighbors()), with("center-system")),
                403,
                "forbidden",
                null);
        verifyNoInteractions(sessions, microInterventions);
    }

    @Test
    void refusesAnIdThatIsNone() {
        var answer = mvc.put()
                .uri("/v1/sessions/one")
                .with(with("coordinator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json(Logs.mediationOfNypi()))
                .exchange();
        assertProblem(answer, 422, "invalid-field", null);
    }

    @Test
    void refusesWhatIsNotJson() {
        var answer = mvc.put()
                .uri("/v1/sessions/" + UUID.randomUUID())
                .with(with("coordinator"))
                .contentType(MediaType.TEXT_PLAIN)
                .content("hello")
                .exchange();
        assertProblem(answer, 415, "unsupported-media-type", null);
    }

    @Test
    void tellsEveryBrokenRuleWithItsField() {
        given(sessions.log(any(), any(), any()))
                .willReturn(
                        new Logging.Refused<>(List.of(new Breach("/endedAt", "late"), new Breach("/parties", "few"))));
        var answer = put("/v1/sessions/", json(Logs.mediationOfNypi()), with("coordinator"));
        assertProblem(answer, 422, "invalid-field", "/endedAt");
        assertThat(answer).bodyJson().extractingPath("$.errors[1].rule").isEqualTo("few");
    }

    @Test
    void tellsOfAnotherLogWithTheSameId() {
        given(sessions.log(any(), any(), any())).willReturn(new Logging.Conflicting<>());
        assertProblem(
                put("/v1/sessions/", json(Logs.mediationOfNypi()), with("coordinator")),
                409,
                "logged-differently",
                null);
    }

    @Test
    void fillsInTheCenterFromTheToken() {
        given(sessions.log(any(), any(), any())).willReturn(new Logging.Forbidden<>());
        put("/v1/sessions/", json(Logs.mediationOfNypi("center", null)), with("center-system", "center", "nypi"));
        verify(sessions).log(any(), argThat(it -> "nypi".equals(it.center())), any());
    }

    private MvcTestResult put(String path, String body, RequestPostProcessor token) {
        return mvc.put()
                .uri(path + UUID.randomUUID())
                .with(token)
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

    private static RequestPostProcessor with(String role, String... claims) {
        return jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role)).jwt(token -> {
            token.subject("client").claim("roles", List.of(role));
            if (claims.length > 0) {
                token.claim(claims[0], claims[1]);
            }
        });
    }

    private static String json(Map<String, Object> body) {
        return JSON.writeValueAsString(body);
    }
}
