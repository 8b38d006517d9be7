package org.parley.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reporting.Cell;
import org.parley.reporting.Contribution;
import org.parley.reporting.Golden;
import org.parley.starter.consume.Refused;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The events of the other services, as the contracts show them, read into this service's own records. */
class GoldenEventsTest {

    /** As tolerant as events are read in the running service. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void aReferralIsWithTheCenterThatHasTheOffer() {
        assertThat(cells("org.parley.referral.submitted.v1"))
                .containsExactly("referrals-submitted|2026-11-23|BROOKLYN|PCT-075||NOISE");
        assertThat(cells("org.parley.referral.offered.v1"))
                .containsExactly("referrals-submitted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE");
    }

    @Test
    void anAcceptedReferralCountsAsSubmittedAndAccepted() {
        assertThat(cells("org.parley.referral.accepted.v1"))
                .containsExactlyInAnyOrder(
                        "referrals-submitted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE",
                        "referrals-accepted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE");
    }

    @Test
    void aClosedReferralStaysInThePeriodOfItsSubmission() {
        assertThat(cells("org.parley.referral.closed.v1"))
                .containsExactlyInAnyOrder(
                        "referrals-submitted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE",
                        "referrals-accepted|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE",
                        "referrals-closed|2026-11-23|BROOKLYN|PCT-075|nypi|NOISE");
    }

    @Test
    void aScreenedOutReferralCountsAsSubmittedAndScreenedOut() {
        assertThat(cells("org.parley.referral.screened-out.v1"))
                .extracting(cell -> cell.substring(0, cell.indexOf('|')))
                .containsExactlyInAnyOrder("referrals-submitted", "referrals-screened-out");
    }

    @Test
    void aReferralEnteredInErrorCountsNowhere() {
        var wrong = Golden.referral("closed").with("state", "ENTERED_IN_ERROR");

        assertThat(JSON.readValue(wrong.json(), ReferralEvent.class).contribution())
                .isEqualTo(Contribution.NONE);
    }

    @Test
    void aReferralOnHoldStaysWithTheCenterThatAcceptedIt() {
        assertThat(cells(Golden.referral("accepted").with("state", "ON_HOLD")))
                .isEqualTo(cells(Golden.referral("accepted")));
    }

    @Test
    void aReferralThatWasGivenBackIsWithNobodyUntilTheNextOffer() {
        var givenBack = Golden.referral("accepted")
                .with("state", "UNPLACED")
                .with("center", null)
                .with("acceptedAt", null);

        assertThat(cells(givenBack)).containsExactly("referrals-submitted|2026-11-23|BROOKLYN|PCT-075||NOISE");
    }

    @Test
    void aSessionCountsOnTheDayItStartedInNewYork() {
        // 2026-12-03T23:00Z is still the third there
        assertThat(cells("org.parley.session.logged.v1"))
                .containsExactlyInAnyOrder(
                        "sessions-held|2026-12-03|BROOKLYN|PCT-075|nypi|NOISE",
                        "agreements|2026-12-03|BROOKLYN|PCT-075|nypi|NOISE");
    }

    @Test
    void anAmendedLogCountsAsItIsNow() {
        // the log was of an arrest that was avoided among neighbors
        assertThat(cells("org.parley.micro-intervention.amended.v1"))
                .containsExactly("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NOISE");
        assertThat(change("org.parley.micro-intervention.logged.v1", "org.parley.micro-intervention.amended.v1"))
                .containsOnly(
                        entry("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR", -1L),
                        entry("arrests-avoided|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR", -1L),
                        entry("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NOISE", 1L));
        assertThat(cells("org.parley.session.amended.v1"))
                .containsExactlyInAnyOrderElementsOf(cells("org.parley.session.logged.v1"));
    }

    @ParameterizedTest
    @CsvSource({"session", "micro-intervention"})
    void aVoidedLogCountsNowhereAnyMore(String log) {
        var voided = "org.parley." + log + ".voided.v1";

        assertThat(cells(voided)).isEmpty();
        assertThat(change("org.parley." + log + ".amended.v1", voided))
                .isNotEmpty()
                .allSatisfy((cell, value) -> assertThat(value).isEqualTo(-1L));
    }

    @ParameterizedTest
    @CsvSource({"NOT_HELD, 0", "PROGRESS, 1", "NO_AGREEMENT, 1", "AGREEMENT_SOME, 2"})
    void onlyHeldSessionsCountAndOnlyAgreementsAsSuch(String outcome, int metrics) {
        var session = Golden.of("org.parley.session.logged.v1", "session").with("outcome", outcome);

        assertThat(JSON.readValue(session.json(), SessionEvent.class)
                        .contribution()
                        .cells())
                .hasSize(metrics);
    }

    @ParameterizedTest
    @CsvSource({"true, false, 2", "true, true, 1", "false, false, 1"})
    void anArrestIsAvoidedIfItWasLikelyAndNotMade(boolean likely, boolean made, int metrics) {
        var intervention = Golden.of("org.parley.micro-intervention.logged.v1", "microIntervention")
                .with("arrestWasLikely", likely)
                .with("arrestMade", made);

        assertThat(JSON.readValue(intervention.json(), MicroInterventionEvent.class)
                        .contribution()
                        .cells())
                .hasSize(metrics);
    }

    @Test
    void aTrainingCountsOnItsLastDayOnceItIsOver() {
        assertThat(counts("org.parley.training.completed.v1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "trainings-completed|2026-07-15|2026-07", 1L,
                        "seats|2026-07-15|2026-07", 25L,
                        "seats-filled|2026-07-15|2026-07", 25L,
                        "officers-completed|2026-07-15|2026-07", 22L));
        assertThat(cells("org.parley.training.scheduled.v1")).isEmpty();
    }

    @Test
    void anEvaluationCountsOnTheTrainingsLastDayWithAllThatWereAsked() {
        assertThat(counts("org.parley.evaluation.closed.v1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "evaluations-invited|2026-07-15|2026-07", 22L,
                        "evaluation-responses|2026-07-15|2026-07", 18L,
                        "approvals|2026-07-15|2026-07", 16L,
                        "top-box|2026-07-15|2026-07", 12L));
    }

    @Test
    void aFollowUpAsksForNoRatingAndCountsNowhere() {
        var followUp = Golden.of("org.parley.evaluation.closed.v1", "evaluation")
                .with("kind", "FOLLOW_UP")
                .with("overall", (String) null);

        assertThat(JSON.readValue(followUp.json(), EvaluationEvent.class).contribution())
                .isEqualTo(Contribution.NONE);
    }

    @Test
    void aCertificateCountsOnTheDayOfIssue() {
        assertThat(cells("org.parley.certificate.issued.v1"))
                .containsExactly("officers-certified|2026-07-15|BROOKLYN|PCT-075|2026-07");
    }

    @Test
    void aCertificateThatWasRevokedWasIssuedAllTheSame() {
        assertThat(counts("org.parley.certificate.revoked.v1")).isEqualTo(counts("org.parley.certificate.issued.v1"));
    }

    /** A type that the contracts add to a topic read here must be known here, or it would end as a dead letter. */
    @ParameterizedTest
    @MethodSource("typesOnTheTopics")
    void everyTypeOnTheTopicsIsKnown(String type) {
        EventTypes.group(type)
                .ifPresent(group -> assertThat(JSON.readValue(Golden.bytes(type), EventTypes.record(group)))
                        .isNotNull());
    }

    @Test
    void anUnknownTypeOrVersionIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> EventTypes.group("org.parley.referral.submitted.v2"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("UNKNOWN_TYPE"));
    }

    static Set<String> typesOnTheTopics() throws IOException {
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            Map<String, Map<String, Map<String, Map<String, ?>>>> document = new Yaml().load(in);
            var types = new TreeSet<String>();
            for (var channel : List.of("enrollment", "sessions", "referrals")) {
                types.addAll(
                        document.get("channels").get(channel).get("messages").keySet());
            }
            return types;
        }
    }

    /** What the second event changes after the first one. */
    private static Map<String, Long> change(String first, String second) {
        var change = new HashMap<String, Long>();
        event(second)
                .contribution()
                .minus(event(first).contribution())
                .cells()
                .forEach((cell, value) -> change.put(cell.text(), value));
        return change;
    }

    private static Counted event(String type) {
        return JSON.readValue(
                Golden.bytes(type), EventTypes.record(EventTypes.group(type).orElseThrow()));
    }

    private static List<String> cells(Golden referral) {
        return cells(JSON.readValue(referral.json(), ReferralEvent.class));
    }

    private static List<String> cells(String type) {
        return cells(event(type));
    }

    private static Map<String, Long> counts(String type) {
        var event = JSON.readValue(
                Golden.bytes(type), EventTypes.record(EventTypes.group(type).orElseThrow()));
        return event.contribution().cells().entrySet().stream()
                .collect(Collectors.toMap(cell -> cell.getKey().text(), Map.Entry::getValue));
    }

    private static List<String> cells(Counted event) {
        return new ArrayList<>(event.contribution().cells().keySet())
                .stream().map(Cell::text).toList();
    }
}
