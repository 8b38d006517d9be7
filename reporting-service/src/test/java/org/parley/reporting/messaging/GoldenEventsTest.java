package org.parley.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
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
        assertThat(counts("org.parley.referral.submitted.v1"))
                .containsOnly(
                        entry(referral("referrals-submitted", ""), 1L),
                        entry(referral("referral-states", "") + "|SUBMITTED", 1L));
        assertThat(counts("org.parley.referral.offered.v1"))
                .containsOnly(
                        entry(referral("referrals-submitted", "nypi"), 1L),
                        entry(referral("referral-states", "nypi") + "|OFFERED", 1L),
                        entry(referral("offers-made", "nypi"), 1L));
    }

    @Test
    void anAcceptedReferralCountsAsSubmittedAndAccepted() {
        assertThat(counts("org.parley.referral.accepted.v1"))
                .containsOnly(
                        entry(referral("referrals-submitted", "nypi"), 1L),
                        entry(referral("referral-states", "nypi") + "|ACCEPTED", 1L),
                        entry(referral("referrals-accepted", "nypi"), 1L),
                        // 29 hours
                        entry(referral("time-to-accept", "nypi") + "|1740", 1L),
                        entry(referral("offers-made", "nypi"), 1L),
                        entry(referral("offers-accepted", "nypi"), 1L));
    }

    @Test
    void aClosedReferralStaysInThePeriodOfItsSubmission() {
        assertThat(counts("org.parley.referral.closed.v1"))
                .containsOnly(
                        entry(referral("referrals-submitted", "nypi"), 1L),
                        entry(referral("referral-states", "nypi") + "|CLOSED", 1L),
                        entry(referral("referrals-accepted", "nypi"), 1L),
                        entry(referral("referrals-engaged", "nypi"), 1L),
                        entry(referral("referrals-closed", "nypi"), 1L),
                        entry(referral("loops-closed", "nypi"), 1L),
                        entry(referral("time-to-accept", "nypi") + "|1740", 1L),
                        // 15,180 and 15,281 minutes, in buckets of 8
                        entry(referral("time-to-first-session", "nypi") + "|15176", 1L),
                        entry(referral("time-to-close", "nypi") + "|15280", 1L),
                        entry(referral("offers-made", "nypi"), 1L),
                        entry(referral("offers-accepted", "nypi"), 1L));
    }

    @Test
    void anOfferCountsForTheCenterItWasMadeTo() {
        // the first center declined in the example
        var expired = Golden.referral("declined").withOffer("cms", "EXPIRED").withOffer("cms", "PENDING");

        assertThat(texts(JSON.readValue(expired.json(), ReferralEvent.class).contribution()))
                .contains(
                        entry(referral("offers-made", "nypi"), 1L),
                        entry(referral("offers-made", "cms"), 2L),
                        entry(referral("offers-expired", "cms"), 1L),
                        entry(referral("referrals-submitted", "cms"), 1L))
                .doesNotContainKey(referral("offers-expired", "nypi"))
                .doesNotContainKey(referral("offers-accepted", "cms"));
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIATED, false",
        "RESOLVED_BEFORE_SESSION, true",
        "COACHING_ONLY, true",
        "REFERRED_ELSEWHERE, false",
        "NO_SHOW, false"
    })
    void whatEndsWellWithoutASessionIsConciliated(String reason, boolean conciliated) {
        var metrics = metrics(JSON.readValue(
                Golden.referral("closed").with("closeReason", reason).json(), ReferralEvent.class));

        assertThat(metrics.contains("referrals-conciliated")).isEqualTo(conciliated);
    }

    /** Submitted on November 23. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-24T04:59:00Z, true",
        "2026-12-24T05:00:00Z, false",
    })
    void aReferralIsEngagedUntilTheEndOfTheThirtiethDayInNewYork(String contactedAt, boolean engaged) {
        var metrics = metrics(JSON.readValue(
                Golden.referral("accepted").with("contactedAt", contactedAt).json(), ReferralEvent.class));

        assertThat(metrics.contains("referrals-engaged")).isEqualTo(engaged);
    }

    @Test
    void aLoopIsClosedByAWithdrawalToo() {
        assertThat(metrics(event("org.parley.referral.withdrawn.v1")))
                .contains("loops-closed")
                .doesNotContain("referrals-closed", "time-to-close");
    }

    @Test
    void aScreenedOutReferralCountsAsSubmittedAndScreenedOut() {
        assertThat(metrics(event("org.parley.referral.screened-out.v1")))
                .containsExactlyInAnyOrder("referrals-submitted", "referral-states", "referrals-screened-out");
    }

    @Test
    void aReferralEnteredInErrorCountsNowhere() {
        var wrong = Golden.referral("closed").with("state", "ENTERED_IN_ERROR");

        assertThat(JSON.readValue(wrong.json(), ReferralEvent.class).contribution())
                .isEqualTo(Contribution.NONE);
    }

    @Test
    void aReferralOnHoldStaysWithTheCenterThatAcceptedIt() {
        var onHold = Golden.referral("accepted").with("state", "ON_HOLD");

        assertThat(texts(JSON.readValue(onHold.json(), ReferralEvent.class)
                        .contribution()
                        .minus(event("org.parley.referral.accepted.v1").contribution())))
                .containsOnly(
                        entry(referral("referral-states", "nypi") + "|ACCEPTED", -1L),
                        entry(referral("referral-states", "nypi") + "|ON_HOLD", 1L));
    }

    @Test
    void aReferralThatWasGivenBackIsWithNobodyUntilTheNextOffer() {
        var givenBack = Golden.referral("accepted")
                .with("state", "UNPLACED")
                .with("center", null)
                .with("acceptedAt", null);

        assertThat(texts(JSON.readValue(givenBack.json(), ReferralEvent.class).contribution()))
                .containsOnly(
                        entry(referral("referrals-submitted", ""), 1L),
                        entry(referral("referral-states", "") + "|UNPLACED", 1L),
                        // The offer was taken all the same.
                        entry(referral("offers-made", "nypi"), 1L),
                        entry(referral("offers-accepted", "nypi"), 1L));
    }

    private static String referral(String metric, String center) {
        return metric + "|2026-11-23|BROOKLYN|PCT-075|" + center + "|NOISE";
    }

    @Test
    void aSessionCountsOnTheDayItStartedInNewYork() {
        // 2026-12-03T23:00Z is still the third there
        var at = "|2026-12-03|BROOKLYN|PCT-075|nypi|NOISE";
        assertThat(counts("org.parley.session.logged.v1"))
                .containsOnly(
                        entry("sessions-held" + at, 1L),
                        entry("agreements" + at, 1L),
                        entry("minutes-mediated" + at, 90L),
                        entry("parties-served" + at, 2L),
                        entry("session-outcomes" + at + "|AGREEMENT_ALL", 1L),
                        entry("session-techniques" + at + "|PARAPHRASE", 1L),
                        entry("session-techniques" + at + "|INTERESTS", 1L),
                        entry("session-techniques" + at + "|AGREEMENT_WRITING", 1L),
                        entry("session-technique-groups" + at + "|REFLECT|AGREEMENT_ALL", 1L),
                        entry("session-technique-groups" + at + "|ELICIT|AGREEMENT_ALL", 1L),
                        entry("session-duration" + at + "|90", 1L));
    }

    @Test
    void anAmendedLogCountsAsItIsNow() {
        // the log was of an arrest that was avoided among neighbors
        assertThat(cells("org.parley.micro-intervention.amended.v1"))
                .contains("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NOISE")
                .noneMatch(cell -> cell.contains("arrest") || cell.contains("NEIGHBOR"));
        assertThat(change("org.parley.micro-intervention.logged.v1", "org.parley.micro-intervention.amended.v1"))
                .contains(
                        entry("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR", -1L),
                        entry("arrests-likely|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR", -1L),
                        entry("arrests-avoided|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR", -1L),
                        entry("micro-interventions|2026-11-22|BROOKLYN|PCT-075|NOISE", 1L));
        assertThat(change("org.parley.session.logged.v1", "org.parley.session.amended.v1"))
                .containsOnly(
                        entry(session("session-outcomes", "AGREEMENT_ALL"), -1L),
                        entry(session("session-outcomes", "AGREEMENT_SOME"), 1L),
                        entry(session("session-technique-groups", "REFLECT|AGREEMENT_ALL"), -1L),
                        entry(session("session-technique-groups", "REFLECT|AGREEMENT_SOME"), 1L),
                        entry(session("session-technique-groups", "ELICIT|AGREEMENT_ALL"), -1L),
                        entry(session("session-technique-groups", "ELICIT|AGREEMENT_SOME"), 1L));
    }

    private static String session(String metric, String details) {
        return metric + "|2026-12-03|BROOKLYN|PCT-075|nypi|NOISE|" + details;
    }

    @Test
    void aSessionThatGotLongerMovesToAnotherBucket() {
        var longer = Golden.of("org.parley.session.logged.v1", "session").with("endedAt", "2026-12-04T01:00:00Z");

        assertThat(texts(JSON.readValue(longer.json(), SessionEvent.class)
                        .contribution()
                        .minus(event("org.parley.session.logged.v1").contribution())))
                .containsOnly(
                        entry("minutes-mediated|2026-12-03|BROOKLYN|PCT-075|nypi|NOISE", 30L),
                        entry(session("session-duration", "90"), -1L),
                        entry(session("session-duration", "120"), 1L));
    }

    @Test
    void aMicroInterventionCountsOnceForEachTechniqueAndOnceForEachGroup() {
        // mirroring and pause both reflect, distance directs
        var at = "|2026-11-22|BROOKLYN|PCT-075|NEIGHBOR";
        assertThat(counts("org.parley.micro-intervention.logged.v1"))
                .containsOnly(
                        entry("micro-interventions" + at, 1L),
                        entry("arrests-likely" + at, 1L),
                        entry("arrests-avoided" + at, 1L),
                        entry("micro-intervention-outcomes" + at + "|CALMED", 1L),
                        entry("micro-intervention-techniques" + at + "|MIRRORING", 1L),
                        entry("micro-intervention-techniques" + at + "|PAUSE", 1L),
                        entry("micro-intervention-techniques" + at + "|DISTANCE", 1L),
                        entry("micro-intervention-technique-groups" + at + "|REFLECT|CALMED", 1L),
                        entry("micro-intervention-technique-groups" + at + "|DIRECT|CALMED", 1L));
    }

    @Test
    void voluntaryComplianceIsAnOutcomeAndAMetric() {
        var complied = Golden.of("org.parley.micro-intervention.logged.v1", "microIntervention")
                .with("outcome", "VOLUNTARY_COMPLIANCE");

        assertThat(metrics(JSON.readValue(complied.json(), MicroInterventionEvent.class)))
                .contains("voluntary-compliance", "micro-intervention-outcomes");
    }

    @Test
    void everyTechniqueOfTheContractsIsInAGroup() throws IOException {
        try (var in = GoldenEventsTest.class.getResourceAsStream("/contracts/schemas/common.json")) {
            var techniques = JSON.readTree(in).at("/$defs/techniques/items/enum");

            assertThat(techniques)
                    .isNotEmpty()
                    .allSatisfy(technique -> assertThat(TechniqueGroups.of(List.of(technique.asString())))
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"session", "micro-intervention"})
    void aVoidedLogCountsNowhereAnyMore(String log) {
        var voided = "org.parley." + log + ".voided.v1";

        assertThat(cells(voided)).isEmpty();
        assertThat(change("org.parley." + log + ".amended.v1", voided))
                .isNotEmpty()
                .allSatisfy((cell, value) -> assertThat(value).isNegative());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_HELD, false, false",
        "PROGRESS, true, false",
        "NO_AGREEMENT, true, false",
        "AGREEMENT_SOME, true, true"
    })
    void onlyHeldSessionsCountAndOnlyAgreementsAsSuch(String outcome, boolean held, boolean agreed) {
        var session = Golden.of("org.parley.session.logged.v1", "session").with("outcome", outcome);

        var metrics = metrics(JSON.readValue(session.json(), SessionEvent.class));

        assertThat(metrics.contains("sessions-held")).isEqualTo(held);
        assertThat(metrics.contains("session-duration")).isEqualTo(held);
        assertThat(metrics.contains("session-techniques")).isEqualTo(held);
        assertThat(metrics.contains("agreements")).isEqualTo(agreed);
        assertThat(metrics).contains("session-outcomes");
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "true, true, false", "false, false, false"})
    void anArrestIsAvoidedIfItWasLikelyAndNotMade(boolean likely, boolean made, boolean avoided) {
        var intervention = Golden.of("org.parley.micro-intervention.logged.v1", "microIntervention")
                .with("arrestWasLikely", likely)
                .with("arrestMade", made);

        var metrics = metrics(JSON.readValue(intervention.json(), MicroInterventionEvent.class));

        assertThat(metrics.contains("arrests-likely")).isEqualTo(likely);
        assertThat(metrics.contains("arrests-avoided")).isEqualTo(avoided);
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
        return texts(event(second).contribution().minus(event(first).contribution()));
    }

    private static Map<String, Long> texts(Contribution contribution) {
        return contribution.cells().entrySet().stream()
                .collect(Collectors.toMap(cell -> cell.getKey().text(), Map.Entry::getValue));
    }

    private static Set<String> metrics(Counted event) {
        return event.contribution().cells().keySet().stream()
                .map(cell -> cell.metric().word())
                .collect(Collectors.toSet());
    }

    private static Counted event(String type) {
        return JSON.readValue(
                Golden.bytes(type), EventTypes.record(EventTypes.group(type).orElseThrow()));
    }

    private static List<String> cells(String type) {
        return cells(event(type));
    }

    private static Map<String, Long> counts(String type) {
        return texts(event(type).contribution());
    }

    private static List<String> cells(Counted event) {
        return event.contribution().cells().keySet().stream().map(Cell::text).toList();
    }
}
