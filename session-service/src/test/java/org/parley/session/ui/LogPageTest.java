package org.parley.session.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.session.Breach;
import org.parley.session.DisputeType;
import org.parley.session.Logging;
import org.parley.session.Logs;
import org.parley.session.MicroInterventionManagement;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.Technique;
import org.parley.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Who gets to the page and how, what a phone keeps of it, and what its script is answered. What it does, a browser shows. */
@WebMvcTest({StartController.class, LogPageController.class, PhoneController.class})
class LogPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("parley.issuer", TestIssuer::uri);
    }

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    MicroInterventionManagement microInterventions;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void itIsNow() {
        given(clock.instant()).willReturn(Instant.now());
    }

    @Test
    void sendsWhoeverIsNotLoggedInToTheIssuer() {
        for (var page : List.of("/", "/log", "/log?sign-in")) {
            assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        }
        assertThat(mvc.get().uri("/oauth2/authorization/parley"))
                .hasStatus(302)
                .redirectedUrl()
                .contains("client_id=session-pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commander", "coordinator", "administrator", "center-staff", "analyst", "precinct-system"})
    void isForOfficersOnly(String role) {
        var login = Login.as(role, Map.of());
        for (var page : List.of("/log", "/log?sign-in", "/log/worker.js")) {
            assertThat(mvc.get().uri(page).with(login)).hasStatus(403).hasForwardedUrl("/denied");
        }
        isProblem(asks("/log/officer", login), 403, "forbidden");
        isProblem(sends(Logs.calmedNeighbors(), login), 403, "forbidden");
        verifyNoInteractions(microInterventions);
    }

    @Test
    void leadsOfficersToTheirPage() {
        assertThat(mvc.get().uri("/").with(officer())).hasStatus(302).hasRedirectedUrl("/log");
    }

    @Test
    void tellsItsScriptThatTheSessionIsOver() {
        isProblem(
                mvc.get().uri("/log/officer").accept(MediaType.APPLICATION_JSON).exchange(), 401, "unauthenticated");
        given(clock.instant()).willReturn(Instant.now().plus(Duration.ofHours(2)));
        isProblem(asks("/log/officer", officer()), 401, "unauthenticated");
        isProblem(sends(Logs.calmedNeighbors(), officer()), 401, "unauthenticated");
        verifyNoInteractions(microInterventions);
    }

    @Test
    void hasNothingInItOfWhoeverAsks() {
        var one = text(mvc.get().uri("/log").with(officer()).exchange());
        var other = text(mvc.get()
                .uri("/log")
                .with(Login.as("officer", Map.of("officer", UUID.randomUUID().toString(), "command", List.of("PSA-2"))))
                .exchange());
        assertThat(one).isEqualTo(other).doesNotContain(Logs.OFFICER.toString(), "PCT-075", Login.NAME, "_csrf");
    }

    @Test
    void asksInTheWordsOfTheService() {
        var page = text(mvc.get().uri("/log").with(officer()).exchange());
        assertThat(page).contains(values(DisputeType.values()));
        assertThat(page).contains(values(MicroInterventionOutcome.values()));
        assertThat(page).contains(values(Technique.values()));
        assertThat(page)
                .contains("Neighbors", "Voluntary compliance", "I-statement")
                .containsPattern("value=\"ARREST\"\\s+data-made=\"always\"")
                .containsPattern("value=\"ESCALATED\"\\s+data-made=\"ask\"")
                .containsPattern("value=\"CALMED\"\\s+data-made=\"never\"");
    }

    @Test
    void hasScriptsAndStylesFromItsFilesOnly() {
        var page = mvc.get().uri("/log").with(officer()).exchange();
        assertThat(page)
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("script-src 'self'", "worker-src 'self'", "manifest-src 'self'")
                                .doesNotContain("unsafe"))
                .hasHeaderSatisfying(
                        HttpHeaders.CACHE_CONTROL,
                        kept -> assertThat(kept.getFirst()).contains("no-store"));
        assertThat(text(page)).doesNotContainPattern("<script(?![^>]* src=)|<style| style=| on[a-z]+=");
    }

    /** What the page names is what its worker keeps, and is there for everybody. */
    @Test
    void isKeptAsAWholeByItsWorker() {
        var worker = mvc.get().uri("/log/worker.js").with(officer()).exchange();
        assertThat(worker)
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/javascript")
                .hasHeader("Service-Worker-Allowed", "/log");
        var page = text(mvc.get().uri("/log").with(officer()).exchange());
        var named = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(named).hasSize(7).allSatisfy(file -> {
            assertThat(text(worker)).contains('"' + file + '"');
            assertThat(mvc.get().uri(file)).hasStatusOk();
        });
        assertThat(mvc.get().uri("/assets/log-manifest.json")).hasContentTypeCompatibleWith("application/json");
    }

    @Test
    void hasAddressesThatChangeWithWhatIsBehindThem() {
        var one = Shell.with("/assets/pages.css");
        var other = Shell.with("/assets/log.css");
        assertThat(one.version()).isNotEqualTo(other.version()).hasSize(12);
        assertThat(one.file("script")).isEqualTo("/assets/log.js?v=" + one.version());
    }

    @Test
    void tellsItsScriptWhoLogsAndWhere() {
        var who = asks("/log/officer", officer());
        assertThat(who).hasStatusOk();
        assertThat(who).bodyJson().extractingPath("$.officer").isEqualTo(Logs.OFFICER.toString());
        assertThat(who)
                .bodyJson()
                .extractingPath("$.commands")
                .isEqualTo(List.of(Map.of("code", "PCT-075", "name", "75th Precinct")));
        assertThat(who).bodyJson().extractingPath("$.xsrf.header").asString().isNotBlank();
        assertThat(who).bodyJson().extractingPath("$.xsrf.token").asString().isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Officer Canary"})
    void takesNoNameOfALogInForAnOfficer(String id) {
        var login = Login.as("officer", id.isEmpty() ? Map.of() : Map.of("officer", id, "command", List.of("PCT-075")));
        isProblem(asks("/log/officer", login), 403, "forbidden");
        isProblem(sends(Logs.calmedNeighbors(), login), 403, "forbidden");
        verifyNoInteractions(microInterventions);
    }

    @Test
    void takesNothingWithoutTheTokenAgainstForgedRequests() {
        var forged = mvc.put()
                .uri("/log/micro-interventions/" + UUID.randomUUID())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(Logs.calmedNeighbors()))
                .with(officer());
        isProblem(forged.exchange(), 403, "page-too-old");
        isProblem(forged.with(csrf().useInvalidToken().asHeader()).exchange(), 403, "page-too-old");
        verifyNoInteractions(microInterventions);
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoLog(String body, int status, String problem, String field) {
        var answer = sends(body, officer());
        isProblem(answer, status, problem);
        if (field != null) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        }
        verifyNoInteractions(microInterventions);
    }

    static Stream<Arguments> refusesWhatIsNoLog() {
        return Stream.of(
                Arguments.of("{", 400, "malformed-json", null),
                Arguments.of("", 400, "malformed-json", null),
                Arguments.of("[]", 422, "invalid-field", ""),
                Arguments.of(json("note", "x"), 400, "unknown-field", "/note"),
                Arguments.of(json("type", "WAR"), 422, "invalid-field", "/type"),
                Arguments.of(json("techniques", null), 422, "invalid-field", "/techniques"),
                Arguments.of(json("techniques", List.of("PAUSE", "HYPNOSIS")), 422, "invalid-field", "/techniques/1"),
                Arguments.of(json("arrestMade", null), 422, "invalid-field", "/arrestMade"),
                Arguments.of(json("occurredAt", "yesterday"), 422, "invalid-field", "/occurredAt"),
                Arguments.of(json("officer", "me"), 422, "invalid-field", "/officer"));
    }

    @Test
    void saysWhatTheRulesSay() {
        given(microInterventions.log(any(), any(), any()))
                .willReturn(new Logging.Refused<>(List.of(new Breach("/occurredAt", "must not be in the future"))));
        var refused = sends(Logs.calmedNeighbors(), officer());
        isProblem(refused, 422, "invalid-field");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].rule").isEqualTo("must not be in the future");

        given(microInterventions.log(any(), any(), any())).willReturn(new Logging.Conflicting<>());
        isProblem(sends(Logs.calmedNeighbors(), officer()), 409, "logged-differently");

        given(microInterventions.log(any(), any(), any())).willReturn(new Logging.Forbidden<>());
        isProblem(sends(Logs.calmedNeighbors(), officer()), 403, "forbidden");
    }

    @Test
    void logsAsTheApiDoes() {
        given(microInterventions.log(any(), any(), any())).willReturn(new Logging.Forbidden<>());
        sends(Logs.calmedNeighbors(), officer());
        verify(microInterventions)
                .log(
                        any(),
                        eq(JSON.convertValue(Logs.calmedNeighbors(), PhoneLog.class)
                                .toReport()),
                        argThat(author -> author.caller().is("officer")));
    }

    private MvcTestResult asks(String path, RequestPostProcessor login) {
        return mvc.get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .with(login)
                .exchange();
    }

    private MvcTestResult sends(Map<String, Object> body, RequestPostProcessor login) {
        return sends(JSON.writeValueAsString(body), login);
    }

    private MvcTestResult sends(String body, RequestPostProcessor login) {
        return mvc.put()
                .uri("/log/micro-interventions/" + UUID.randomUUID())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(login)
                .with(csrf().asHeader())
                .exchange();
    }

    private static void isProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:parley:problem:" + slug);
    }

    private static RequestPostProcessor officer() {
        return Login.as("officer", Map.of("officer", Logs.OFFICER.toString(), "command", List.of("PCT-075")));
    }

    private static String[] values(Enum<?>[] codes) {
        return Stream.of(codes).map(code -> "value=\"" + code.name() + '"').toArray(String[]::new);
    }

    private static String json(String field, Object value) {
        return JSON.writeValueAsString(Logs.calmedNeighbors(field, value));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
