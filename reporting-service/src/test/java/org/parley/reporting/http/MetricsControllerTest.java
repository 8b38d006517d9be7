package org.parley.reporting.http;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.parley.reporting.Amount;
import org.parley.reporting.Comparison;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Measure;
import org.parley.reporting.Measures;
import org.parley.reporting.Metric;
import org.parley.reporting.Rate;
import org.parley.reporting.counting.MetricQuery;
import org.parley.reporting.counting.Reading;
import org.parley.reporting.counting.Readings;
import org.parley.reporting.live.FigureStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Questions and answers at the edge. */
@WebMvcTest({MetricsController.class, DefinitionsController.class})
class MetricsControllerTest {

    private static final RequestPostProcessor ANALYST = role("analyst", Map.of());

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    Readings readings;

    @MockitoBean
    FigureStream stream;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void answers() {
        given(readings.read(any()))
                .willReturn(new Reading(
                        Instant.parse("2026-11-23T10:00:00Z"),
                        "tag",
                        List.of(
                                new Reading.Row("2026-11-01", List.of("PCT-075", ""), new Amount.Count(3)),
                                new Reading.Row("2026-11-01", List.of("PCT-075", "nypi"), new Amount.Count(12)))));
        given(readings.tag(any())).willReturn("tag");
    }

    @Test
    void asksForWhatTheParametersSay() {
        get("/v1/metrics/agreements?by=command,center&interval=month&from=2026-11-01&to=2026-11-30", ANALYST);

        var query = ArgumentCaptor.forClass(MetricQuery.class);
        verify(readings).read(query.capture());
        assertThat(query.getValue().measure()).isEqualTo(Metric.AGREEMENTS);
        assertThat(query.getValue().by()).containsExactly(Dimension.COMMAND, Dimension.CENTER);
        assertThat(query.getValue().interval()).isEqualTo(Interval.MONTH);
        assertThat(query.getValue().from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(query.getValue().to()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void answersWithRowsInTheDocumentedForm() {
        assertThat(get("/v1/metrics/referrals-submitted?by=command,center&interval=month", ANALYST))
                .hasStatusOk()
                .hasHeader("ETag", "\"tag\"")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"metric":"referrals-submitted","definition":"v1","asOf":"2026-11-23T10:00:00Z","rows":[
                          {"command":"PCT-075","center":null,"period":"2026-11-01","value":3},
                          {"command":"PCT-075","center":"nypi","period":"2026-11-01","value":12}]}""");
    }

    @ParameterizedTest
    @CsvSource({"'\"tag\"'", "'W/\"tag\"'", "'\"old\", \"tag\"'", "*"})
    void sendsNothingThatTheCallerHas(String ifNoneMatch) {
        assertThat(mvc.get()
                        .uri("/v1/metrics/agreements")
                        .header("If-None-Match", ifNoneMatch)
                        .with(ANALYST))
                .hasStatus(304);
        verify(readings, never()).read(any());
    }

    @Test
    void readsAgainWhenSomethingChanged() {
        assertThat(mvc.get()
                        .uri("/v1/metrics/agreements")
                        .header("If-None-Match", "\"old\"")
                        .with(ANALYST))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            by=city                        | ?by       | referrals-submitted splits by borough, command, center, type
            by=cohort                      | ?by       | referrals-submitted splits by borough, command, center, type
            interval=fortnight             | ?interval | must be one of day, week, month, quarter, year, all
            from=yesterday                 | ?from     | must be a day in New York such as 2026-11-23
            to=2026-02-30                  | ?to       | must be a day in New York such as 2026-11-23
            from=+12026-02-02              | ?from     | must be a day in New York such as 2026-11-23
            to=0000-12-31                  | ?to       | must be a day in New York such as 2026-11-23
            asOf=now                       | ?asOf     | must be a day in New York such as 2026-11-23
            compare=best&interval=month    | ?compare  | must be one of previous, year
            compare=year                   | ?compare  | needs ?from and ?to, or an ?interval other than all
            compare=previous&to=2026-02-01 | ?compare  | needs ?from and ?to, or an ?interval other than all
            from=2026-02-02&to=2026-02-01  | ?from     | must not be after the last day, ?to
            bye=command                    | ?bye      | is not a parameter here; those are asOf, by, compare, from, interval, to
            """)
    void namesTheParameterAndWhatIsAllowed(String parameters, String field, String rule) {
        assertThat(get("/v1/metrics/referrals-submitted?" + parameters, ANALYST))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type":"urn:parley:problem:invalid-field","errors":[{"field":"%s","rule":"%s"}]}""".formatted(field, rule));
        verifyNoInteractions(readings);
    }

    @Test
    void anUnknownMetricIsToldWhichThereAre() {
        assertThat(get("/v1/metrics/happiness", ANALYST))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("detail")
                .asString()
                .contains("referrals-submitted", "arrests-avoided");
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, referrals-submitted, 200",
        "administrator, trainings-completed, 200",
        "commander, referrals-submitted, 200",
        "commander, trainings-completed, 403",
        "center-staff, sessions-held, 200",
        "center-system, micro-interventions, 403",
        "center-staff, acceptance-rate, 200",
        "center-staff, agreement-rate-with-conciliated, 200",
        "center-staff, arrests-avoided-rate, 403",
        "commander, approval-rate, 403",
        "commander, time-to-accept-median, 403",
        "commander, session-outcomes, 403",
        "commander, agreement-rate, 200",
        "center-staff, time-to-accept-median, 200",
        "precinct-system, referrals-submitted, 403",
        "officer, arrests-avoided, 403"
    })
    void eachRoleGetsItsOwnScope(String role, String metric, int status) {
        var caller = role(role, Map.of("command", List.of("PCT-075"), "center", "nypi", "officer", "x"));

        assertThat(get("/v1/metrics/" + metric, caller)).hasStatus(status);
    }

    @Test
    void whoHasNoTokenGetsAProblem() {
        assertThat(mvc.get().uri("/v1/metrics/agreements"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:parley:problem:unauthenticated");
    }

    @Test
    void definesEveryMetric() {
        assertThat(get("/v1/definitions", ANALYST))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("definitions[*].metric")
                .asArray()
                .containsExactlyElementsOf(
                        Measures.ALL.stream().map(Measure::word).toList())
                .contains("referrals-submitted", "session-duration-median", "agreement-rate")
                .doesNotContain("session-duration");
    }

    @Test
    void aDefinitionSaysWhatItIsMadeOf() {
        assertThat(get("/v1/definitions", ANALYST))
                .bodyJson()
                .extractingPath("$.definitions[?(@.metric=='session-duration-p90')]")
                .asArray()
                .singleElement(as(InstanceOfAssertFactories.MAP))
                .contains(
                        entry("kind", "percentile"),
                        entry("live", false),
                        entry("version", "v1"),
                        entry("unit", "minutes"),
                        entry("axis", "day the session started"),
                        entry("dimensions", List.of("borough", "command", "center", "type")));
    }

    @Test
    void aPercentileSaysOfHowMany() {
        given(readings.read(any()))
                .willReturn(new Reading(
                        null,
                        "tag",
                        List.of(
                                new Reading.Row("all", List.of("nypi"), new Amount.OfMany(7, 95L)),
                                new Reading.Row("all", List.of("cms"), new Amount.OfMany(0, null)))));

        assertThat(get("/v1/metrics/session-duration-median?by=center", ANALYST))
                .bodyJson()
                .extractingPath("rows")
                .asArray()
                .containsExactly(
                        Map.of("center", "nypi", "value", 95, "count", 7),
                        with(Map.of("center", "cms", "count", 0), "value", null));
    }

    @Test
    void asksForWhatWasRecordedAndComparesIt() {
        get("/v1/metrics/agreement-rate?interval=week&asOf=2026-11-20&compare=year", ANALYST);

        var query = ArgumentCaptor.forClass(MetricQuery.class);
        verify(readings).read(query.capture());
        assertThat(query.getValue().measure()).isEqualTo(Rate.AGREEMENT_RATE);
        assertThat(query.getValue().asOf()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(query.getValue().comparison()).isEqualTo(Comparison.YEAR);
    }

    @Test
    void showsWhatARowIsComparedWith() {
        given(readings.read(any()))
                .willReturn(new Reading(
                        null,
                        "tag",
                        List.of(new Reading.Row(
                                "2026-11-01",
                                List.of(),
                                new Amount.Quotient(1, 2, null),
                                new Reading.Before("2026-10-01", new Amount.Quotient(0, 0, null))))));

        assertThat(get("/v1/metrics/agreement-rate?interval=month&compare=previous", ANALYST))
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"metric":"agreement-rate","definition":"v1","asOf":null,"rows":[
                          {"period":"2026-11-01","value":0.5000,"numerator":1,"denominator":2,
                           "before":{"period":"2026-10-01","value":null,"numerator":0,"denominator":0}}]}""");
    }

    @Test
    void aRateShowsWhatItIsMadeOf() {
        var responses = new Amount.Quotient(18, 22, null);
        given(readings.read(any()))
                .willReturn(new Reading(
                        null,
                        "tag",
                        List.of(
                                new Reading.Row("all", List.of("2026-07"), new Amount.Quotient(16, 18, responses)),
                                new Reading.Row(
                                        "all",
                                        List.of("2026-08"),
                                        new Amount.Quotient(0, 0, new Amount.Quotient(0, 20, null))))));

        assertThat(get("/v1/metrics/approval-rate?by=cohort", ANALYST))
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"metric":"approval-rate","definition":"v1","asOf":null,"rows":[
                          {"cohort":"2026-07","value":0.8889,"numerator":16,"denominator":18,
                           "responses":{"value":0.8182,"numerator":18,"denominator":22}},
                          {"cohort":"2026-08","value":null,"numerator":0,"denominator":0,
                           "responses":{"value":0.0000,"numerator":0,"denominator":20}}]}""");
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, @Nullable Object value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    @Test
    void sendsNoDefinitionsThatTheCallerHas() {
        var tag = get("/v1/definitions", ANALYST).getResponse().getHeader("ETag");

        assertThat(mvc.get().uri("/v1/definitions").header("If-None-Match", tag).with(ANALYST))
                .hasStatus(304);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(
            String address, RequestPostProcessor caller) {
        return mvc.get().uri(address).with(caller).exchange();
    }

    private static RequestPostProcessor role(String role, Map<String, Object> claims) {
        return jwt().jwt(token ->
                        token.subject(role).claim("roles", List.of(role)).claims(all -> all.putAll(claims)))
                .authorities(Arrays.asList(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
