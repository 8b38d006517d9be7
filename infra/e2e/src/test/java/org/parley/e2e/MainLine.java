package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** The main job, end to end, on whichever platform a subclass brings. */
abstract class MainLine {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Platform platform;
    private Figures before;

    abstract Platform platform();

    @BeforeEach
    void readsTheFigures() {
        platform = platform();
        before = Figures.now(platform);
    }

    @ParameterizedTest
    @CsvSource({"http, 311", "kafka, 312"})
    void complaintsBecomeReferralsOnce(String via, long seed) throws IOException {
        var complaints =
                Complaints.generate(Work.folder("complaints-" + getClass().getSimpleName() + via), seed, 400);
        var line = new Line(platform);

        var first = Refer.start(platform, complaints, via, "--confirm").summary();

        assertThat(first.path("read").asInt()).isEqualTo(complaints.rows());
        assertThat(first.path("sent").asInt()).isEqualTo(complaints.eligible().size());
        assertThat(first.path("accepted").asInt())
                .isEqualTo(complaints.eligible().size());
        assertThat(first.path("duplicate").asInt()).isZero();
        complaints
                .leftOut()
                .forEach((reason, count) -> assertThat(
                                first.path("leftOut").path(reason).asInt())
                        .as(reason)
                        .isEqualTo(count));
        line.everyEligibleRowIsAReferral(complaints);
        line.figuresMovedBy(complaints, before);

        var figures = Figures.now(platform);
        var events = platform.topics().ends(Topics.REFERRALS);
        var again = Refer.start(platform, complaints, via, "--confirm").summary();

        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("duplicate").asInt())
                .isEqualTo(complaints.eligible().size());
        await().atMost(PATIENCE).until(() -> platform.topics().lag(Topics.INTAKE, Service.REFERRAL) == 0);
        // No event at all, so that no figure can move later either.
        assertThat(platform.topics().ends(Topics.REFERRALS)).isEqualTo(events);
        assertThat(Figures.now(platform)).isEqualTo(figures);
        line.everyEligibleRowIsAReferral(complaints);
    }

    @Test
    void aSessionWithAnAgreementClosesTheReferral() {
        var precinct = platform.as("precinct-075");
        var center = platform.as("center-nypi");
        var posted = precinct.post(Service.REFERRAL, "/v1/referrals", Given.referral(Given.newReference(), "PCT-075"))
                .is(201);
        var referral = posted.text("id");
        var desk = "/v1/centers/nypi/referrals/" + referral;

        center.post(Service.REFERRAL, desk + "/accept", Map.of()).is(200);
        center.post(
                        Service.REFERRAL,
                        desk + "/schedule",
                        Map.of("at", Given.hoursAgo(-48).toString()))
                .is(200);
        center.put(Service.SESSION, "/v1/sessions/" + UUID.randomUUID(), Given.agreementOf("nypi", referral, "PCT-075"))
                .is(201);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var seen =
                    precinct.get(Service.REFERRAL, "/v1/referrals/" + referral).is(200);
            assertThat(seen.text("state")).isEqualTo("CLOSED");
            assertThat(seen.text("resolution")).isEqualTo("WHOLE");
        });
        figuresMove(byOne(
                Stream.of(
                        "referrals-submitted", "referrals-accepted", "referrals-closed", "sessions-held", "agreements"),
                "borough=BROOKLYN",
                "command=PCT-075",
                "center=nypi",
                "type=NOISE"));
    }

    @Test
    void attendingAllFourDaysCertifiesAnOfficer() {
        var coordinator = platform.as("coordinator");
        var officer = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();
        var cohort = "e2e-" + officer.substring(0, 8);
        var days = Stream.of(1, 2, 8, 9)
                .map(day -> LocalDate.now().minusDays(20).plusDays(day))
                .toList();
        var training = coordinator
                .post(
                        Service.ENROLLMENT,
                        "/v1/trainings",
                        Map.of(
                                "cohort",
                                cohort,
                                "capacity",
                                1,
                                "trainers",
                                List.of(UUID.randomUUID()),
                                "days",
                                days.stream()
                                        .map(day -> Map.of("date", day.toString(), "start", "09:00", "end", "17:00"))
                                        .toList()),
                        "Idempotency-Key",
                        officer)
                .is(201)
                .text("id");
        var path = "/v1/trainings/" + training;
        coordinator.post(Service.ENROLLMENT, path + "/open", Map.of()).is(200);
        var enrolled = coordinator
                .post(
                        Service.ENROLLMENT,
                        path + "/enrollments",
                        Map.of(
                                "requests",
                                Stream.of(officer, other)
                                        .map(who -> Map.of("officer", who, "command", "PCT-103", "nco", true))
                                        .toList()))
                .is(200);
        assertThat(enrolled.body().findValuesAsString("state")).containsExactly("ENROLLED", "WAITLISTED");
        for (var day : days) {
            coordinator
                    .put(
                            Service.ENROLLMENT,
                            path + "/attendance/" + day,
                            Map.of("attended", List.of(Map.of("officer", officer, "hours", 8))))
                    .is(200);
        }
        coordinator.post(Service.ENROLLMENT, path + "/complete", Map.of()).is(200);

        var expected = byOne(Stream.of("officers-certified"), "borough=QUEENS", "command=PCT-103", "cohort=" + cohort);
        expected.putAll(byOne(Stream.of("trainings-completed"), "cohort=" + cohort));
        figuresMove(expected);
    }

    @Test
    void calmingASceneAvoidsAnArrest() {
        // The officer that the test client officer-demo is.
        var officer = "0ff1ce00-0000-4000-8000-000000000075";
        platform.as("officer-demo")
                .put(
                        Service.SESSION,
                        "/v1/micro-interventions/" + UUID.randomUUID(),
                        Given.avoidedArrest(officer, "PCT-075"))
                .is(201);

        figuresMove(byOne(
                Stream.of("micro-interventions", "arrests-avoided"),
                "borough=BROOKLYN",
                "command=PCT-075",
                "type=NEIGHBOR"));
    }

    /** These, and nothing else. */
    private void figuresMove(Map<String, Long> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Figures.now(platform).since(before).values()).isEqualTo(expected));
    }

    private static TreeMap<String, Long> byOne(Stream<String> metrics, String... dimensions) {
        var change = new TreeMap<String, Long>();
        metrics.forEach(metric -> Stream.of(dimensions).forEach(at -> change.put(metric + " by " + at, 1L)));
        return change;
    }
}
