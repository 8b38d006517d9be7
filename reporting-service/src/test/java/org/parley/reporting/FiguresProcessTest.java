package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is told late, amended and voided, and the past periods that it moves. Each test has a command of its own. */
@ParleyTest
class FiguresProcessTest {

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private Api api;
    private Topic sessions;

    @BeforeEach
    void connect() {
        api = Api.analyst(port);
        sessions = topics.named("parley.sessions.v1");
    }

    @Test
    void aSessionToldLateMovesThePastMonthItWasInUntilItIsVoided() {
        var session =
                session("PCT-040").with("startedAt", "2025-10-31T23:00:00Z").with("endedAt", "2025-11-01T00:30:00Z");

        session.sendTo(sessions, 1);
        eventually("minutes-mediated", "PCT-040", "2025-10-01 90");
        eventually("session-duration-median", "PCT-040", "2025-10-01 90");

        // It took two hours, and began in September.
        var amended = session.ofType("org.parley.session.amended.v1")
                .with("startedAt", "2025-09-30T22:30:00Z")
                .with("endedAt", "2025-10-01T00:30:00Z");
        amended.sendTo(sessions, 2);
        eventually("minutes-mediated", "PCT-040", "2025-09-01 120");
        eventually("session-duration-median", "PCT-040", "2025-09-01 120");
        eventually("session-duration-p90", "PCT-040", "2025-09-01 120");

        amended.ofType("org.parley.session.voided.v1")
                .with("voidReason", "DUPLICATE")
                .sendTo(sessions, 3);
        eventually("minutes-mediated", "PCT-040");
        eventually("session-duration-median", "PCT-040");
        eventually("session-outcomes", "PCT-040");
    }

    @Test
    void percentilesAreReadFromAllPartitionsTogether() {
        for (var minutes = 10; minutes <= 100; minutes += 10) {
            session("PCT-041")
                    .with("startedAt", "2025-10-31T20:00:00Z")
                    .with("endedAt", "2025-10-31T%02d:%02d:00Z".formatted(20 + minutes / 60, minutes % 60))
                    .sendTo(sessions, 1);
        }

        eventually("sessions-held", "PCT-041", "2025-10-01 10");
        eventually("session-duration-median", "PCT-041", "2025-10-01 50");
        eventually("session-duration-p90", "PCT-041", "2025-10-01 90");
        eventually("minutes-mediated", "PCT-041", "2025-10-01 550");
    }

    @Test
    void aReferralsTimesAndOffersFollowItToItsEnd() {
        var id = UUID.randomUUID().toString();
        var referrals = topics.named("parley.referrals.v1");
        Golden.referral("accepted").with("id", id).with("command", "PCT-043").sendTo(referrals, 3);
        eventually("time-to-accept-median", "PCT-043", "2026-11-01 1740");
        eventually("offers-accepted", "PCT-043", "2026-11-01 1");

        Golden.referral("closed").with("id", id).with("command", "PCT-043").sendTo(referrals, 6);
        eventually("time-to-first-session-p90", "PCT-043", "2026-11-01 15180");
        eventually("time-to-close-median", "PCT-043", "2026-11-01 15284");
        eventually("referrals-engaged", "PCT-043", "2026-11-01 1");
        eventually("loops-closed", "PCT-043", "2026-11-01 1");

        Golden.referral("entered-in-error")
                .with("id", id)
                .with("command", "PCT-043")
                .sendTo(referrals, 7);
        eventually("loops-closed", "PCT-043");
        eventually("time-to-close-median", "PCT-043");
        eventually("offers-made", "PCT-043");
    }

    @Test
    void ratesAreQuotientsOfWhatIsCountedNow() {
        session("PCT-044").sendTo(sessions, 1);
        session("PCT-044").with("outcome", "NO_AGREEMENT").sendTo(sessions, 1);
        session("PCT-044").with("outcome", "NOT_HELD").sendTo(sessions, 1);
        eventually("agreement-rate", "PCT-044", "2026-12-01 0.5");

        // Conciliated without a session, submitted in November.
        Golden.referral("closed")
                .with("id", UUID.randomUUID().toString())
                .with("command", "PCT-044")
                .with("closeReason", "COACHING_ONLY")
                .sendTo(topics.named("parley.referrals.v1"), 6);
        eventually("agreement-rate-with-conciliated", "PCT-044", "2026-11-01 0.0", "2026-12-01 0.5");
        eventually("acceptance-rate", "PCT-044", "2026-11-01 1.0");
        eventually("expiry-rate", "PCT-044", "2026-11-01 0.0");
        assertThat(api.get("/v1/metrics/agreement-rate-with-conciliated?by=command")
                        .body())
                .contains("{\"command\":\"PCT-044\",\"value\":0.3333,\"numerator\":1,\"denominator\":3}");
        assertThat(api.get("/v1/metrics/arrests-avoided-rate?from=2001-01-01&to=2001-12-31")
                        .body())
                .contains("{\"value\":null,\"numerator\":0,\"denominator\":0}");
    }

    @Test
    void figuresOfYesterdayStayWhatTheyWere() {
        var path = "/v1/metrics/sessions-held?by=command&interval=month&asOf=";
        var today = NewYork.day(Instant.now());
        session("PCT-045").sendTo(sessions, 1);
        eventually("sessions-held", "PCT-045", "2026-12-01 1");

        assertThat(api.get(path + today.plusDays(1)).body()).contains("PCT-045");
        assertThat(api.get(path + today.minusDays(1)).body()).doesNotContain("PCT-045");
    }

    @Test
    void thePeriodBeforeStandsBesideEach() {
        session("PCT-046")
                .with("startedAt", "2026-10-31T23:00:00Z")
                .with("endedAt", "2026-11-01T00:00:00Z")
                .sendTo(sessions, 1);
        session("PCT-046").sendTo(sessions, 1);
        var path = "/v1/metrics/minutes-mediated?by=command&interval=month&compare=previous&from=2026-11-01";

        patiently()
                .untilAsserted(
                        () -> assertThat(api.get(path).body())
                                .contains(
                                        "{\"command\":\"PCT-046\",\"period\":\"2026-11-01\",\"value\":0,\"before\":{\"period\":\"2026-10-01\",\"value\":60}}",
                                        "{\"command\":\"PCT-046\",\"period\":\"2026-12-01\",\"value\":90,\"before\":{\"period\":\"2026-11-01\",\"value\":0}}"));
        var tag = api.get(path).header("etag").orElseThrow();
        assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);

        session("PCT-046")
                .with("startedAt", "2026-10-30T23:00:00Z")
                .with("endedAt", "2026-10-30T23:30:00Z")
                .sendTo(sessions, 1);
        patiently().until(() -> api.get(path, "If-None-Match", tag).status() == 200);
    }

    @Test
    void outcomesAreSplitByTheGroupsOfTechniques() {
        session("PCT-042").sendTo(sessions, 1);
        session("PCT-042").with("outcome", "NO_AGREEMENT").sendTo(sessions, 1);

        patiently()
                .untilAsserted(
                        () -> assertThat(api.get(
                                                "/v1/metrics/session-technique-groups?by=command,techniqueGroup,outcome")
                                        .body())
                                .contains(
                                        "{\"command\":\"PCT-042\",\"techniqueGroup\":\"ELICIT\",\"outcome\":\"AGREEMENT_ALL\",\"value\":1}",
                                        "{\"command\":\"PCT-042\",\"techniqueGroup\":\"ELICIT\",\"outcome\":\"NO_AGREEMENT\",\"value\":1}",
                                        "{\"command\":\"PCT-042\",\"techniqueGroup\":\"REFLECT\",\"outcome\":\"AGREEMENT_ALL\",\"value\":1}"));
    }

    /** By month: {@code 2025-10-01 90}. */
    private void eventually(String metric, String command, String... rows) {
        patiently().untilAsserted(() -> assertThat(api.byMonth(metric, command)).containsExactly(rows));
    }

    private static Golden session(String command) {
        return Golden.of("org.parley.session.logged.v1", "session")
                .with("id", UUID.randomUUID().toString())
                .with("command", command);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
