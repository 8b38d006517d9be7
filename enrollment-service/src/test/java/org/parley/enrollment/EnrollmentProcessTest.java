package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.planFor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.Person.Answer;
import org.parley.testing.Backing;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, from a plan to certificates and what the world learns of them. */
@ParleyTest
class EnrollmentProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private final UUID diligent = UUID.randomUUID();
    private final UUID late = UUID.randomUUID();
    private final UUID absent = UUID.randomUUID();
    private final UUID leaving = UUID.randomUUID();
    private final UUID waiting = UUID.randomUUID();
    private final UUID unlucky = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(topics.named("parley.enrollment.v1").records())
                .allSatisfy(told -> assertThat(Schemas.breaches(told)).isEmpty());
    }

    @Test
    void aCohortGoesFromDraftToCertificates() {
        var coordinator = Person.coordinator(port);
        var commander = Person.commander(port, "PCT-075");
        var training = draft(coordinator, 4);

        assertThat(coordinator.opens(training).text("/state")).isEqualTo("OPEN");
        assertThat(states(commander.enrolls(training, diligent, late, absent, leaving, waiting, unlucky)))
                .containsExactly("ENROLLED", "ENROLLED", "ENROLLED", "ENROLLED", "WAITLISTED", "WAITLISTED");
        assertThat(Person.officer(port, leaving).withdraws(training, leaving).text("/state"))
                .isEqualTo("WITHDRAWN");
        assertThat(states(commander.enrolls(training, waiting, unlucky))).containsExactly("ENROLLED", "WAITLISTED");
        coordinator.records(training, DATES.get(0), diligent, late, waiting);
        coordinator.records(training, DATES.get(1), diligent, late, waiting);
        coordinator.records(training, DATES.get(2), diligent, late, waiting);
        coordinator.records(training, DATES.get(3), diligent, late, waiting);
        coordinator.records(training, DATES.get(3), diligent, waiting);
        var completed = coordinator.completes(training);

        assertThat(completed.text("/state")).isEqualTo("COMPLETED");
        assertThat(List.of("/enrolled", "/waitlisted", "/completed", "/incomplete", "/noShow"))
                .extracting(completed::text)
                .containsExactly("4", "1", "2", "1", "1");
        var certificate = certificate(training, diligent);
        await().untilAsserted(() -> assertThat(
                        Person.anybody(port).checks(certificate).body())
                .isEqualTo(JSON.readTree("""
                        {"id": "%s", "status": "VALID", "validUntil": "2028-07-15"}""".formatted(certificate))));
        await().untilAsserted(() -> assertThat(
                        Person.officer(port, waiting).readsCertificates(waiting).text("/items/0/id"))
                .isEqualTo(certificate(training, waiting).toString()));
        assertThat(Person.anybody(port).checks(certificate(training, late)).status())
                .isEqualTo(404);

        await().untilAsserted(() -> assertThat(told(certificate)).containsExactly("1 certificate.issued"));
        await().untilAsserted(() ->
                assertThat(told(training)).containsExactly("1 training.scheduled", "2 training.completed"));
        assertThat(told(enrollment(training, diligent)))
                .containsExactly("1 enrollment.enrolled", "2 enrollment.completed");
        assertThat(told(enrollment(training, leaving)))
                .containsExactly("1 enrollment.enrolled", "2 enrollment.withdrawn");
        assertThat(told(enrollment(training, absent))).containsExactly("1 enrollment.enrolled", "2 enrollment.ended");
        assertThat(told(enrollment(training, unlucky))).isEmpty();
    }

    @Test
    void whoHasLeftComesBackAndIsToldOfAnew() {
        var coordinator = Person.coordinator(port);
        var training = draft(coordinator, 1);
        coordinator.opens(training);
        coordinator.enrolls(training, leaving);
        var officer = Person.officer(port, leaving);
        officer.withdraws(training, leaving);
        assertThat(states(coordinator.enrolls(training, leaving))).containsExactly("WITHDRAWN");

        assertThat(states(officer.enrollsAgain(training, leaving))).containsExactly("REQUESTED");
        assertThat(officer.enrollsAgain(training, leaving).text("/results/0/state"))
                .isEqualTo("REQUESTED");
        coordinator.approves(training, leaving);
        for (var date : DATES) {
            coordinator.records(training, date, leaving);
        }
        coordinator.completes(training);

        assertThat(officer.readsHistory(training, leaving)
                        .body()
                        .at("/items")
                        .valueStream()
                        .filter(entry -> entry.at("/attendance").isNull())
                        .map(entry -> entry.at("/state").asString()))
                .containsExactly("ENROLLED", "WITHDRAWN", "REQUESTED", "ENROLLED", "COMPLETED");
        await().untilAsserted(() -> assertThat(told(enrollment(training, leaving)))
                .containsExactly(
                        "1 enrollment.enrolled",
                        "2 enrollment.withdrawn",
                        "3 enrollment.enrolled",
                        "4 enrollment.completed"));
        await().untilAsserted(
                        () -> assertThat(told(certificate(training, leaving))).containsExactly("1 certificate.issued"));
    }

    @Test
    void whoHasASeatElsewhereIsToldThatTheyCannotComeBack() {
        var coordinator = Person.coordinator(port);
        var training = draft(coordinator, 1);
        coordinator.opens(training);
        coordinator.enrolls(training, leaving);
        coordinator.withdraws(training, leaving);
        var other = draft(coordinator, 1);
        coordinator.opens(other);
        coordinator.enrolls(other, leaving);

        var answer = coordinator.enrollsAgain(training, leaving);
        assertThat(answer.text("/results/0/problem")).isEqualTo("seat-elsewhere");
        assertThat(states(answer)).containsExactly("WITHDRAWN");
    }

    @Test
    void everythingSaidTwiceIsDoneOnce() {
        var coordinator = Person.coordinator(port);
        var key = UUID.randomUUID().toString();
        var first = coordinator.creates(planFor(1), key);
        var again = coordinator.creates(planFor(1), key);
        var training = UUID.fromString(first.text("/id"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(coordinator.creates(planFor(2), key).text("/type")).isEqualTo("urn:parley:problem:key-reused");

        assertThat(coordinator.opens(training).body())
                .isEqualTo(coordinator.opens(training).body());
        assertThat(coordinator.enrolls(training, diligent).body())
                .isEqualTo(coordinator.enrolls(training, diligent).body());
        for (var date : DATES) {
            assertThat(coordinator.records(training, date, diligent).body())
                    .isEqualTo(coordinator.records(training, date, diligent).body());
        }
        assertThat(coordinator.completes(training).body())
                .isEqualTo(coordinator.completes(training).body());
        await().untilAsserted(() ->
                assertThat(told(certificate(training, diligent))).containsExactly("1 certificate.issued"));
        assertThat(told(training)).containsExactly("1 training.scheduled", "2 training.completed");
    }

    @Test
    void whatDoesNotFitTheStateOrTheVersionIsRefused() {
        var coordinator = Person.coordinator(port);
        var training = draft(coordinator, 1);

        assertThat(coordinator.enrolls(training, diligent).text("/type"))
                .isEqualTo("urn:parley:problem:training-not-open");
        assertThat(coordinator.opens(training, "\"7\"").status()).isEqualTo(412);
        assertThat(coordinator.opens(training, "\"1\"").status()).isEqualTo(200);
        assertThat(coordinator.completes(training).text("/type")).isEqualTo("urn:parley:problem:training-not-running");
        assertThat(coordinator.records(training, DATES.get(0), diligent).text("/errors/0/field"))
                .isEqualTo("/attended/0/officer");
        assertThat(coordinator.records(training, DATES.get(0).plusDays(2)).status())
                .isEqualTo(422);
        assertThat(coordinator.reads(UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void everybodySeesTheirOwnPartOfTheRoster() {
        var coordinator = Person.coordinator(port);
        var training = draft(coordinator, 2);
        coordinator.opens(training);
        coordinator.enrolls(training, diligent, late);

        assertThat(roster(coordinator, training)).hasSize(2);
        assertThat(roster(Person.commander(port, "PCT-075"), training)).hasSize(2);
        assertThat(roster(Person.commander(port, "PCT-001"), training)).isEmpty();
        assertThat(roster(Person.officer(port, diligent), training)).containsExactly(diligent.toString());
        assertThat(Person.officer(port, diligent).withdraws(training, late).status())
                .isEqualTo(404);
        assertThat(Person.officer(port, diligent).readsCertificates(late).status())
                .isEqualTo(404);
    }

    @Test
    void twoHundredAtTwoCopiesGetExactlyTheTwentyFiveSeats() throws Exception {
        var coordinator = Person.coordinator(port);
        var training = draft(coordinator, 25);
        coordinator.opens(training);
        var officers = Stream.generate(UUID::randomUUID).limit(200).toList();
        try (var copy = Copy.started(scope());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 200)
                    .<Callable<Answer>>mapToObj(i -> () ->
                            Person.coordinator(i % 2 == 0 ? port : copy.port()).enrolls(training, officers.get(i)))
                    .toList();
            var answers = clients.invokeAll(asking).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers.stream().map(answer -> answer.text("/results/0/state")))
                    .filteredOn("ENROLLED"::equals)
                    .hasSize(25);
        }
        var roster = coordinator.readsRoster(training).body().at("/items");
        assertThat(roster.valueStream().map(it -> it.at("/state").asString()))
                .hasSize(200)
                .startsWith(IntStream.range(0, 25).mapToObj(_ -> "ENROLLED").toArray(String[]::new))
                .endsWith(IntStream.range(0, 175).mapToObj(_ -> "WAITLISTED").toArray(String[]::new));
        assertThat(roster.valueStream()
                        .map(it -> UUID.fromString(it.at("/officer").asString())))
                .containsExactlyInAnyOrderElementsOf(officers);
        assertThat(roster.valueStream()
                        .map(it -> Instant.parse(it.at("/requestedAt").asString())))
                .isSorted();
        await().untilAsserted(() -> assertThat(enrolledIn(training)).isEqualTo(25));
    }

    @Test
    void whatACopyWroteBeforeItDiedIsSentByTheNextAndCertifiedOnce() {
        var scope = Backing.newScope();
        UUID training;
        List<Document> unsent;
        try (var dying = Copy.started(scope).withoutRelay()) {
            var coordinator = Person.coordinator(dying.port());
            training = draft(coordinator, 1);
            coordinator.opens(training);
            coordinator.enrolls(training, diligent);
            DATES.forEach(date -> coordinator.records(training, date, diligent));
            coordinator.completes(training);
            assertThat(Person.anybody(dying.port())
                            .checks(certificate(training, diligent))
                            .status())
                    .isEqualTo(404);
            unsent = outbox(dying, training);
        }
        assertThat(unsent).hasSize(4);
        var certificate = certificate(training, diligent);
        var enrollments = new Topics(scope + ".").named("parley.enrollment.v1");
        assertThat(enrollments.records()).isEmpty();

        try (var next = Copy.started(scope)) {
            await().untilAsserted(
                            () -> assertThat(told(enrollments, certificate)).hasSize(1));
            await().untilAsserted(() -> assertThat(outbox(next, training)).isEmpty());
            // as if it had died after the send and before it cleared what was sent
            next.trainings()
                    .updateOne(
                            new Document("_id", training.toString()),
                            new Document("$push", new Document("outbox", new Document("$each", unsent))));
        }
        try (var last = Copy.started(scope)) {
            await().untilAsserted(() -> assertThat(outbox(last, training)).isEmpty());
            assertThat(told(enrollments, training))
                    .containsExactly(
                            "1 training.scheduled",
                            "2 training.completed",
                            "1 training.scheduled",
                            "2 training.completed");
            assertThat(told(enrollments, certificate)).containsExactly("1 certificate.issued");
            assertThat(Person.officer(last.port(), diligent)
                            .readsCertificates(diligent)
                            .body()
                            .at("/items"))
                    .hasSize(1);
        }
    }

    @Test
    void itsApiIsDescribedToEverybody() {
        var api = Person.anybody(port).readsApi();

        assertThat(api.at("/paths").propertyNames())
                .contains("/v1/trainings", "/v1/trainings/{id}/complete", "/v1/certificates/{id}");
        assertThat(api.at("/paths/~1v1~1trainings~1{id}~1open/post/parameters").valueStream())
                .extracting(parameter -> parameter.at("/name").asString())
                .containsExactlyInAnyOrder("id", "If-Match");
    }

    private static UUID draft(Person coordinator, int capacity) {
        return UUID.fromString(coordinator
                .creates(planFor(capacity), UUID.randomUUID().toString())
                .text("/id"));
    }

    private static UUID enrollment(UUID training, UUID officer) {
        return Ids.enrollment(training, officer);
    }

    private static UUID certificate(UUID training, UUID officer) {
        return Ids.certificate(enrollment(training, officer));
    }

    private static List<String> states(Answer enrolled) {
        return enrolled.body()
                .at("/results")
                .valueStream()
                .map(result -> result.at("/state").asString())
                .toList();
    }

    private static List<String> roster(Person reader, UUID training) {
        return reader.readsRoster(training)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/officer").asString())
                .toList();
    }

    private static List<Document> outbox(Copy copy, UUID training) {
        return copy.trainings()
                .find(new Document("_id", training.toString()))
                .first()
                .getList("outbox", Document.class);
    }

    private String scope() {
        return topics.prefix().substring(0, topics.prefix().length() - 1);
    }

    private long enrolledIn(UUID training) {
        return topics.named("parley.enrollment.v1").records().stream()
                .filter(told -> Topic.headers(told).get("ce_type").equals(TrainingFacts.ENROLLMENT_ENROLLED))
                .map(told -> JSON.readTree(told.value()).at("/enrollment"))
                .filter(told -> told.at("/training").asString().equals(training.toString()))
                .map(told -> told.at("/officer").asString())
                .distinct()
                .count();
    }

    /** Resends left out: the broker may have an event more than once, its readers know it by its id. */
    private List<String> told(UUID about) {
        return told(topics.named("parley.enrollment.v1"), about).stream()
                .distinct()
                .toList();
    }

    private static List<String> told(Topic topic, UUID about) {
        return topic.about(about.toString()).stream()
                .map(Topic::headers)
                .map(headers -> headers.get("ce_sequence") + " "
                        + headers.get("ce_type").replaceAll("org\\.parley\\.|\\.v1", ""))
                .toList();
    }
}
