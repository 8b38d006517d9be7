package org.parley.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import com.mongodb.MongoTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.referral.Answer;
import org.parley.referral.CaseFiles;
import org.parley.referral.Deadlines;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Refusal;
import org.parley.referral.Submitted;
import org.parley.referral.audience.FeedStream;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.keys.IntakeKeys;
import org.parley.referral.keys.IntakeSystems;
import org.parley.referral.lists.CenterList;
import org.parley.referral.lists.PrecinctList;
import org.parley.referral.lists.Worklist;
import org.parley.referral.routing.Centers;
import org.parley.referral.routing.Directory;
import org.parley.referral.routing.Router;
import org.parley.starter.pages.PageController;
import org.parley.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every wrong request has its own clear answer, and nothing is done for it. */
@EnableConfigurationProperties(Deadlines.class)
@WebMvcTest(excludeFilters = @Filter(PageController.class))
class BadRequestsTest {

    private static final UUID ID = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    private static final String GOOD = """
            {"reference": "ref-1", "command": "PCT-075", "type": "NOISE", "occurredAt": "2026-01-02T03:30:00Z",
             "contactVia": "PRECINCT", "screening": {"arrestMade": false, "violentFelonyOrDrugs": false,
             "weapon": false, "orderOfProtection": false, "intimatePartner": false}}
            """;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("parley.issuer", TestIssuer::uri);
    }

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private ReferralManagement management;

    @MockitoBean
    private IntakeKeys intakeKeys;

    @MockitoBean
    private IntakeSystems intakeSystems;

    @MockitoBean
    private CaseFiles files;

    @MockitoBean
    private Feed feed;

    @MockitoBean
    private Endpoints endpoints;

    @MockitoBean
    private Worklist worklist;

    @MockitoBean
    private CenterList centerList;

    @MockitoBean
    private PrecinctList precinctList;

    @MockitoBean
    private FeedStream stream;

    @MockitoBean
    private Router router;

    @MockitoBean
    private Directory directory;

    @MockitoBean
    private Centers centers;

    @MockitoBean
    private Clock clock;

    @MockitoBean
    private DeliveryLog log;

    @MockitoBean
    private TestEvents tests;

    @MockitoBean
    private Replays replays;

    private static String precinct(String command) {
        return TestIssuer.token("precinct-075", List.of("precinct-system"), Map.of("command", List.of(command)));
    }

    private static String center(String center) {
        return TestIssuer.token("center-" + center, List.of("center-system"), Map.of("center", center));
    }

    private MvcTestResult post(String path, String token, String body) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult submit(String body) {
        return post("/v1/referrals", precinct("PCT-075"), body);
    }

    private static void isProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:parley:problem:" + slug);
        assertThat(answer).bodyText().doesNotContain("Exception", "\tat ", "org.parley");
    }

    @Nested
    class Bodies {

        @Test
        void thatAreNoJson() {
            isProblem(submit("{\"reference\": "), 400, "malformed-json");
            isProblem(submit("not json"), 400, "malformed-json");
            isProblem(submit(""), 400, "malformed-json");
            isProblem(submit(GOOD + GOOD), 400, "malformed-json");
            verifyNoInteractions(management);
        }

        @Test
        void thatHaveAnUnknownField() {
            var answer = submit(GOOD.replaceFirst("\\{", "{\"narrative\": \"canary\", "));
            isProblem(answer, 400, "unknown-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("/narrative");
            assertThat(answer).bodyText().doesNotContain("canary");
            isProblem(submit(GOOD.replace("\"weapon\"", "\"canary\": 1, \"weapon\"")), 400, "unknown-field");
            verifyNoInteractions(management);
        }

        @ParameterizedTest(name = "{0} → {1}: {2}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "PCT-075             | PCT-999                | /command",
                    "PCT-075             | 75                     | /command",
                    "NOISE               | CANARY                 | /type",
                    "2026-01-02T03:30:00Z| 2026-01-02 03:30       | /occurredAt",
                    "2026-01-02T03:30:00Z| 9999-01-01T00:00:00Z   | /occurredAt",
                    "PRECINCT            | PIGEON                 | /contactVia",
                    "PRECINCT            | PARTIES                | /parties",
                    "ref-1               | ref 1                  | /reference",
                })
        void thatBreakARule(String good, String bad, String field) {
            var answer = submit(GOOD.replace('"' + good + '"', '"' + bad + '"'));
            isProblem(answer, 422, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
            assertThat(answer).bodyText().doesNotContain("CANARY", "PIGEON", "ref 1");
            verifyNoInteractions(management);
        }

        @ParameterizedTest
        @CsvSource({"2024-12-17T23:00:00Z, 422", "2024-12-18T12:00:00Z, 403"})
        void thatNameACommandFromBeforeItWasThere(String occurredAt, int status) {
            var body = GOOD.replace("PCT-075", "PCT-116").replace("2026-01-02T03:30:00Z", occurredAt);
            var answer = submit(body);
            assertThat(answer).hasStatus(status);
            if (status == 422) {
                assertThat(answer)
                        .bodyJson()
                        .extractingPath("$.errors[0].field")
                        .isEqualTo("/command");
            }
            verifyNoInteractions(management);
        }

        @ParameterizedTest
        @CsvSource({
            "'\"language\": \"tlh\"', /language",
            "'\"urgency\": \"SOON\"', /urgency",
            "'\"officer\": \"Smith\"', /officer",
            "'\"incidentNumber\": 7', /incidentNumber",
            "'\"parties\": [{\"name\": \"A\", \"phone\": \"12\", \"consent\": {\"given\": true, \"purpose\": \"MEDIATION\"}}]', /parties/0/phone",
            "'\"parties\": [{\"name\": \"A\", \"email\": \"a at b\", \"consent\": {\"given\": true, \"purpose\": \"MEDIATION\"}}]', /parties/0/email",
            "'\"address\": \"1 Main Street\"', /address",
            "'\"parties\": [{\"name\": \"\", \"consent\": {\"given\": true, \"purpose\": \"MEDIATION\"}}]', /parties/0/name",
            "'\"parties\": [{\"name\": \"A\", \"consent\": {\"given\": true, \"purpose\": \"SALE\"}}]', /parties/0/consent/purpose",
            "'\"parties\": [{\"name\": \"A\"}]', /parties/0/consent",
            "'\"parties\": [null]', /parties/0",
        })
        void thatBreakARuleOfAnOptionalField(String field, String pointer) {
            var answer = submit(GOOD.replaceFirst("\\{", "{" + field + ","));
            isProblem(answer, 422, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(pointer);
        }

        @ParameterizedTest
        @CsvSource({
            "'\"command\": \"PCT-075\",', /command",
            "'\"type\": \"NOISE\",', /type",
            "'\"contactVia\": \"PRECINCT\",', /contactVia",
            "'\"arrestMade\": false,', /screening/arrestMade",
        })
        void thatLackWhatIsRequired(String field, String pointer) {
            var answer = submit(GOOD.replace(field, ""));
            isProblem(answer, 422, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(pointer);
        }

        @Test
        void thatCannotBeRepeatedSafely() {
            var answer = submit(GOOD.replace("\"reference\": \"ref-1\",", ""));
            isProblem(answer, 422, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("/reference");
        }

        @Test
        void withAKeyThatIsNone() {
            var answer = mvc.post()
                    .uri("/v1/referrals")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .header("Idempotency-Key", "x".repeat(129))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(GOOD)
                    .exchange();
            isProblem(answer, 422, "invalid-field");
            verifyNoInteractions(management);
        }

        @Test
        void fromTheFuture() {
            var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            isProblem(submit(GOOD.replace("2026-01-02T03:30:00Z", tomorrow.toString())), 422, "invalid-field");
        }

        @Test
        void thatAreTooLarge() {
            isProblem(submit("{\"reference\": \"" + "x".repeat(5_000_000) + "\"}"), 413, "too-large");
            verifyNoInteractions(management);
        }

        @Test
        void ofAnotherMediaType() {
            var answer = mvc.post()
                    .uri("/v1/referrals")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .contentType(MediaType.TEXT_XML)
                    .content("<referral/>")
                    .exchange();
            isProblem(answer, 415, "unsupported-media-type");
        }

        @Test
        void thatReuseAReference() {
            given(management.submit(any())).willReturn(List.of(new Submitted.KeyReused()));
            isProblem(submit(GOOD), 422, "key-reused");
        }

        @Test
        void whileTheStoreIsAway() {
            given(management.submit(any())).willThrow(new MongoTimeoutException("canary"));
            var answer = submit(GOOD);
            isProblem(answer, 503, "store-unavailable");
            assertThat(answer).containsHeader(HttpHeaders.RETRY_AFTER);
            assertThat(answer).bodyText().doesNotContain("canary");
        }

        @Test
        void weStumbleOver() {
            given(management.submit(any())).willThrow(new IllegalStateException("canary"));
            var answer = submit(GOOD);
            isProblem(answer, 500, "internal");
            assertThat(answer).bodyText().doesNotContain("canary");
        }
    }

    @Nested
    class Callers {

        @Test
        void withoutAGoodToken() {
            var scope = Map.<String, Object>of("command", List.of("PCT-075"));
            var roles = List.of("precinct-system");
            isProblem(mvc.post().uri("/v1/referrals").content(GOOD).exchange(), 401, "unauthenticated");
            isProblem(post("/v1/referrals", "nonsense", GOOD), 401, "unauthenticated");
            for (var bad : List.of(
                    TestIssuer.expiredToken("precinct-075", roles, scope),
                    TestIssuer.forgedToken("precinct-075", roles, scope),
                    TestIssuer.foreignToken("precinct-075", roles, scope))) {
                isProblem(post("/v1/referrals", bad, GOOD), 401, "unauthenticated");
            }
            verifyNoInteractions(management);
        }

        @Test
        void ofAnotherRole() {
            isProblem(post("/v1/referrals", center("nypi"), GOOD), 403, "forbidden");
            isProblem(post(centers("nypi", "accept"), precinct("PCT-075"), "{}"), 403, "forbidden");
            verifyNoInteractions(management);
        }

        @Test
        void ofAnotherCommand() {
            isProblem(post("/v1/referrals", precinct("PCT-076"), GOOD), 403, "forbidden");
            verifyNoInteractions(management);
        }

        @ParameterizedTest
        @CsvSource({"GET,''", "POST,/accept", "POST,/decline", "POST,/schedule", "POST,/close"})
        void ofAnotherCenter(HttpMethod method, String action) {
            var bodies = Map.of(
                    "/decline", "{\"reason\": \"NO_CAPACITY\"}",
                    "/schedule", "{\"at\": \"2026-12-01T15:00:00Z\"}",
                    "/close", "{\"reason\": \"NO_SHOW\"}");
            var answer = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                            method, "/v1/centers/nypi/referrals/" + ID + action)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("cms"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(bodies.getOrDefault(action, "{}")));
            isProblem(answer, 404, "not-found");
            verifyNoInteractions(management, files);
        }

        @Test
        void ofAnotherCentersList() {
            var answer = mvc.get()
                    .uri("/v1/centers/nypi/referrals")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("cms"))
                    .exchange();
            isProblem(answer, 404, "not-found");
            verifyNoInteractions(centerList);
        }

        @Test
        void ofAnotherCommandsList() {
            var answer = mvc.get()
                    .uri("/v1/referrals?command=PCT-073")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .exchange();
            isProblem(answer, 404, "not-found");
            verifyNoInteractions(precinctList);
        }

        @ParameterizedTest
        @CsvSource({"inbox", "inbox/stream", "endpoint", "endpoint/deliveries"})
        void ofAnotherCommandsMail(String what) {
            var others = mvc.get()
                    .uri("/v1/commands/PCT-073/" + what)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .exchange();
            isProblem(others, 404, "not-found");
            var nobodys = mvc.get()
                    .uri("/v1/commands/PCT-999/" + what)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("*"))
                    .exchange();
            isProblem(nobodys, 404, "not-found");
            var centers = mvc.get()
                    .uri("/v1/commands/PCT-075/" + what)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("nypi"))
                    .exchange();
            isProblem(centers, 403, "forbidden");
            verifyNoInteractions(feed, endpoints, log, stream);
        }

        @ParameterizedTest
        @CsvSource({"inbox", "endpoint"})
        void ofAnotherCentersMail(String what) {
            var answer = mvc.get()
                    .uri("/v1/centers/nypi/" + what)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("cms"))
                    .exchange();
            isProblem(answer, 404, "not-found");
            verifyNoInteractions(feed, endpoints);
        }
    }

    @Nested
    class Commands {

        @Test
        void onWhatIsNotThere() {
            given(files.find(any(), any(), any())).willReturn(Optional.empty());
            given(management.accept(any(), any(), any(), any())).willReturn(new Answer.NotFound());
            isProblem(post(centers("nypi", "accept"), center("nypi"), "{}"), 404, "not-found");
            var read = mvc.get()
                    .uri("/v1/centers/nypi/referrals/" + ID)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("nypi"))
                    .exchange();
            isProblem(read, 404, "not-found");
        }

        @Test
        void thatComeTooLate() {
            given(management.accept(any(), any(), any(), any())).willReturn(new Answer.Refused(Refusal.OFFER_OVER));
            isProblem(post(centers("nypi", "accept"), center("nypi"), "{}"), 409, "offer-over");
            given(management.close(any(), any(), any(), any(), any())).willReturn(new Answer.Refused(Refusal.OVER));
            isProblem(
                    post(centers("nypi", "close"), center("nypi"), "{\"reason\": \"NO_SHOW\"}"), 409, "referral-over");
        }

        @Test
        void onAnotherVersion() {
            given(management.accept(any(), any(), any(), any())).willReturn(new Answer.VersionMismatch(3));
            isProblem(post(centers("nypi", "accept"), center("nypi"), "{}"), 412, "version-mismatch");
        }

        @ParameterizedTest
        @CsvSource({
            "decline, '{\"reason\": \"CANARY\"}', /reason",
            "decline, '{}', /reason",
            "close, '{\"reason\": \"NO_CAPACITY\"}', /reason",
            "schedule, '{\"at\": \"tomorrow\"}', /at",
            "schedule, '{}', /at",
        })
        void withoutAGoodReasonOrTime(String command, String body, String field) {
            var answer = post(centers("nypi", command), center("nypi"), body);
            isProblem(answer, 422, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
            verifyNoInteractions(management);
        }

        @Test
        void thatSayMoreThanIsAsked() {
            isProblem(
                    post(centers("nypi", "accept"), center("nypi"), "{\"comment\": \"gladly\"}"), 400, "unknown-field");
            isProblem(
                    post("/v1/referrals/" + ID + "/withdraw", precinct("PCT-075"), "{\"reason\": \"BORED\"}"),
                    422,
                    "invalid-field");
        }

        @Test
        void onAnIdThatIsNone() {
            isProblem(post("/v1/centers/nypi/referrals/7/accept", center("nypi"), "{}"), 422, "invalid-field");
        }

        @ParameterizedTest
        @CsvSource({"after=-1", "limit=0", "limit=501", "after=x"})
        void toReadTheInboxOddly(String query) {
            var answer = mvc.get()
                    .uri("/v1/centers/nypi/inbox?" + query)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("nypi"))
                    .exchange();
            isProblem(answer, 422, "invalid-field");
            var commands = mvc.get()
                    .uri("/v1/commands/PCT-075/inbox?" + query)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .exchange();
            isProblem(commands, 422, "invalid-field");
        }

        @Test
        void toListenFromNowhere() {
            var answer = mvc.get()
                    .uri("/v1/commands/PCT-075/inbox/stream")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .header("Last-Event-ID", "x")
                    .exchange();
            isProblem(answer, 422, "invalid-field");
            verifyNoInteractions(stream);
        }

        @ParameterizedTest
        @CsvSource({"'{}'", "'{\"url\": \"https://x.example\", \"secret\": \"short\"}'"})
        void toRegisterAnEndpointThatIsNone(String body) {
            var answer = mvc.put()
                    .uri("/v1/centers/nypi/endpoint")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("nypi"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange();
            isProblem(answer, 422, "invalid-field");
            var commands = mvc.put()
                    .uri("/v1/commands/PCT-075/endpoint")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange();
            isProblem(commands, 422, "invalid-field");
            verifyNoInteractions(endpoints);
        }

        @ParameterizedTest
        @CsvSource({
            "'{}'",
            "'{\"from\": 0}'",
            "'{\"from\": 2, \"to\": 1}'",
            "'{\"from\": 1, \"to\": 0}'",
            "'{\"from\": 1, \"to\": 10001}'",
            "'{\"from\": 1, \"to\": 9223372036854775807}'",
            "'{\"from\": 9223372036854775807, \"to\": 1}'"
        })
        void toAskForAReplayThatIsNone(String body) {
            isProblem(post("/v1/centers/nypi/endpoint/replay", center("nypi"), body), 422, "invalid-field");
            isProblem(post("/v1/commands/PCT-075/endpoint/replay", precinct("PCT-075"), body), 422, "invalid-field");
            verifyNoInteractions(replays);
        }

        @ParameterizedTest
        @CsvSource({"limit=0", "limit=1001", "limit=x", "cursor=x"})
        void toLookAtDeliveriesOddly(String query) {
            var answer = mvc.get()
                    .uri("/v1/centers/nypi/endpoint/deliveries?" + query)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + center("nypi"))
                    .exchange();
            isProblem(answer, 422, "invalid-field");
            var commands = mvc.get()
                    .uri("/v1/commands/PCT-075/endpoint/deliveries?" + query)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + precinct("PCT-075"))
                    .exchange();
            isProblem(commands, 422, "invalid-field");
            verifyNoInteractions(log);
        }

        @ParameterizedTest
        @CsvSource({"replay,'{\"from\": 1}'", "test,'{}'", "rotate-secret,'{}'"})
        void toMeddleWithTheEndpointOfAnother(String action, String body) {
            isProblem(post("/v1/centers/rhpp/endpoint/" + action, center("nypi"), body), 404, "not-found");
            isProblem(post("/v1/commands/PCT-073/endpoint/" + action, precinct("PCT-075"), body), 404, "not-found");
            isProblem(post("/v1/commands/PCT-075/endpoint/" + action, center("nypi"), body), 403, "forbidden");
            verifyNoInteractions(endpoints, replays, tests);
        }
    }

    private static String centers(String center, String action) {
        return "/v1/centers/" + center + "/referrals/" + ID + "/" + action;
    }
}
