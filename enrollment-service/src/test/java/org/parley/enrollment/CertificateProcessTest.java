package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.nineToFive;
import static org.parley.enrollment.Cohorts.planFor;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Years go by: certificates are revoked, come to their end, and are followed by others. */
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD) // the years can't be taken back
@Import(AfterTheTraining.class)
@ParleyTest(
        properties = {"parley.enrollment.timekeeping.poll=10ms", "parley.enrollment.timekeeping.clock-tolerance=36500d"
        })
class CertificateProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> REASON = Map.of("reason", "ISSUED_IN_ERROR");

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    MovableClock clock;

    @Autowired
    RenewalsDue renewals;

    private final UUID officer = UUID.randomUUID();
    private Client coordinator;

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        coordinator = Client.coordinator(port);
    }

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(topics.named("parley.enrollment.v1").records())
                .allSatisfy(told -> assertThat(Schemas.breaches(told)).isEmpty());
    }

    @Test
    void aRevokedCertificateIsRevokedForEverybodyAndForEver() {
        var certificate = certified(planFor(1));
        var path = "/v1/certificates/" + certificate;

        coordinator.post(path + "/revoke", Map.of("reason", "BECAUSE")).isProblem(422, "invalid-field", "/reason");
        coordinator.post(path + "/revoke", Map.of()).isProblem(422, "invalid-field", "/reason");
        coordinator
                .post(path + "/revoke", Map.of("reason", "ISSUED_IN_ERROR", "why", "x"))
                .isProblem(400, "unknown-field", "/why");
        coordinator
                .post("/v1/certificates/" + UUID.randomUUID() + "/revoke", REASON)
                .isProblem(404, "not-found");
        for (var role : List.of("officer", "commander", "trainer", "analyst", "administrator", "precinct-system")) {
            Client.with(port, role, Map.of("officer", officer.toString()))
                    .post(path + "/revoke", REASON)
                    .isProblem(403, "forbidden");
        }
        Client.nobody(port).post(path + "/revoke", REASON).isProblem(401, "unauthenticated");
        assertThat(Client.nobody(port).get(path).text("/status")).isEqualTo("VALID");

        var revoked = coordinator.post(path + "/revoke", REASON).is(200);
        clock.forward(Duration.ofDays(2));
        assertThat(coordinator
                        .post(path + "/revoke", Map.of("reason", "OFFICER_REQUEST"))
                        .is(200)
                        .body())
                .isEqualTo(revoked.body());
        var check = Client.nobody(port).get(path).is(200);
        assertThat(check.text("/status")).isEqualTo("REVOKED");
        assertThat(check.body().propertyNames()).containsExactlyInAnyOrder("id", "status", "validUntil");
        await().untilAsserted(() ->
                assertThat(told(certificate)).containsExactly("certificate.issued", "certificate.revoked"));
        assertThat(last(certificate).at("/reason").asString()).isEqualTo("ISSUED_IN_ERROR");
        assertThat(last(certificate).at("/certificate/revokedOn").asString()).isEqualTo(revoked.text("/revokedOn"));
        goesTo("2028-05-01");
        assertThat(told(certificate)).hasSize(2);
    }

    @Test
    void aRenewalIsDueOnceNinetyDaysBeforeTheEndHoweverManyLook() throws Exception {
        var certificate = certified(planFor(1));
        goesTo("2028-04-15");
        renewals.lookAt(certificate, NewYork.day(clock.instant()));
        assertThat(told(certificate)).containsExactly("certificate.issued");

        clock.forward(Duration.ofDays(1));
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var copy = 0; copy < 8; copy++) {
                copies.execute(() -> renewals.lookAt(certificate, NewYork.day(clock.instant())));
            }
        }
        await().untilAsserted(() ->
                assertThat(told(certificate)).containsExactly("certificate.issued", "certificate.renewal-due"));
        assertThat(last(certificate).at("/certificate/renewalDueOn").asString()).isEqualTo("2028-04-16");
        goesTo("2028-08-01");
        assertThat(Client.nobody(port).get("/v1/certificates/" + certificate).text("/status"))
                .isEqualTo("EXPIRED");
        renewals.lookAt(certificate, NewYork.day(clock.instant()));
        assertThat(sequences(certificate)).containsExactly("1", "2");
    }

    @Test
    void aDowntimeForgetsNoRenewal() {
        var certificate = certified(planFor(1));
        goesTo("2029-01-01");

        await().untilAsserted(() ->
                assertThat(told(certificate)).containsExactly("certificate.issued", "certificate.renewal-due"));
    }

    @Test
    void aRefresherBringsACertificateOfItsOwnAndNothingIsDueOfTheFirst() {
        var first = certified(planFor(1));
        goesTo("2028-01-01");
        var days = DATES.stream()
                .map(date -> nineToFive(date.plusYears(1).plusMonths(5)))
                .toList();
        var second = certified(Cohorts.plan("2027-12", 1, days));

        var held = coordinator.get("/v1/officers/" + officer + "/certificates").is(200);
        assertThat(held.body()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/id").asString()))
                .containsExactly(first.toString(), second.toString());
        goesTo("2029-06-01");
        assertThat(told(first)).containsExactly("certificate.issued");
        goesTo("2029-12-01");
        await().untilAsserted(() ->
                assertThat(told(second)).containsExactly("certificate.issued", "certificate.renewal-due"));
        assertThat(told(first)).containsExactly("certificate.issued");
    }

    @Test
    void whatComesAfterIsDueAgainWhenThatIsRevoked() {
        var first = certified(planFor(1));
        goesTo("2028-01-01");
        var days = DATES.stream()
                .map(date -> nineToFive(date.plusYears(1).plusMonths(5)))
                .toList();
        var second = certified(Cohorts.plan("2027-12", 1, days));
        goesTo("2028-05-01");
        renewals.lookAt(first, NewYork.day(clock.instant()));
        assertThat(told(first)).containsExactly("certificate.issued");

        coordinator.post("/v1/certificates/" + second + "/revoke", REASON).is(200);

        await().untilAsserted(
                        () -> assertThat(told(first)).containsExactly("certificate.issued", "certificate.renewal-due"));
    }

    private UUID certified(TrainingPlan plan) {
        var person = Person.coordinator(port);
        var training = UUID.fromString(
                person.creates(plan, UUID.randomUUID().toString()).text("/id"));
        person.opens(training);
        person.enrolls(training, officer);
        plan.days().forEach(day -> person.records(training, day.date(), officer));
        person.completes(training);
        var certificate = Ids.certificate(Ids.enrollment(training, officer));
        await().untilAsserted(() -> assertThat(told(certificate)).contains("certificate.issued"));
        await().untilAsserted(() -> assertThat(coordinator
                        .get("/v1/officers/" + officer + "/certificates")
                        .body()
                        .toString())
                .contains(certificate.toString()));
        return certificate;
    }

    /** Noon in New York. */
    private void goesTo(String day) {
        var noon = LocalDate.parse(day)
                .atTime(12, 0)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
        clock.forward(Duration.ofSeconds(ChronoUnit.SECONDS.between(clock.instant(), noon)));
    }

    private List<String> told(UUID certificate) {
        return topics.named("parley.enrollment.v1").about(certificate.toString()).stream()
                .map(Topic::headers)
                .map(headers -> headers.get("ce_type").replaceAll("org\\.parley\\.|\\.v1", ""))
                .distinct()
                .toList();
    }

    private List<String> sequences(UUID certificate) {
        return topics.named("parley.enrollment.v1").about(certificate.toString()).stream()
                .map(told -> Topic.headers(told).getOrDefault("ce_sequence", ""))
                .distinct()
                .toList();
    }

    private JsonNode last(UUID certificate) {
        return JSON.readTree(topics.named("parley.enrollment.v1")
                .about(certificate.toString())
                .getLast()
                .value());
    }
}
