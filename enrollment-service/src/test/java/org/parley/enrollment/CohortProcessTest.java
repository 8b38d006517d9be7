package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.nineToFive;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Roster.results;
import static org.parley.enrollment.Roster.state;
import static org.parley.enrollment.Roster.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a year of trainings brings, as verbs. */
@ParleyTest
class CohortProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private Person coordinator;
    private Person commander;
    private final UUID diligent = UUID.randomUUID();
    private final UUID ill = UUID.randomUUID();
    private final UUID absent = UUID.randomUUID();
    private final UUID leaving = UUID.randomUUID();
    private final UUID waiting = UUID.randomUUID();
    private final UUID eager = UUID.randomUUID();

    @BeforeEach
    void begin() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        coordinator = Person.coordinator(port);
        commander = Person.commander(port, "PCT-075");
    }

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(topics.named("parley.enrollment.v1").records())
                .allSatisfy(told -> assertThat(Schemas.breaches(told)).isEmpty());
    }

    @Test
    void fromADraftToCertificates() {
        var july = draft(planFor(3));
        assertThat(coordinator.amends(july, planFor(4)).text("/capacity")).isEqualTo("4");
        coordinator.opens(july);
        assertThat(coordinator.amends(july, planFor(5)).text("/type")).endsWith("training-not-draft");
        var august = open(planFor(4));

        assertThat(results(commander.enrolls(july, diligent, ill, absent, leaving, waiting)))
                .containsExactly("ENROLLED", "ENROLLED", "ENROLLED", "ENROLLED", "WAITLISTED");
        assertThat(text(commander, july, waiting, "/waitsFor")).isEqualTo("SEAT");
        // on the eve
        assertThat(Person.officer(port, leaving)
                        .withdraws(july, leaving, WithdrawReason.DUTY)
                        .text("/reason"))
                .isEqualTo("DUTY");
        assertThat(state(commander, july, waiting)).isEqualTo("ENROLLED");
        for (var date : DATES.subList(0, 3)) {
            coordinator.records(july, date, diligent, ill, waiting);
        }
        coordinator.records(july, DATES.get(3), diligent, waiting);
        assertThat(coordinator.completes(july).text("/incomplete")).isEqualTo("1");
        assertThat(state(coordinator, july, ill)).isEqualTo("INCOMPLETE");
        assertThat(Person.anybody(port).checks(certificate(july, ill)).status()).isEqualTo(404);

        // made up with the next cohort, by whose trainer it is recorded
        var trainer = Person.trainer(port, Cohorts.TRAINER);
        assertThat(trainer.recordsMadeUp(july, ill, 4, august).text("/state")).isEqualTo("COMPLETED");
        assertThat(trainer.recordsMadeUp(july, ill, 4, august).text("/state")).isEqualTo("COMPLETED");
        assertThat(trainer.recordsMadeUp(july, diligent, 4, august).text("/type"))
                .endsWith("nothing-to-make-up");
        IntStream.rangeClosed(1, 4).forEach(day -> trainer.recordsMadeUp(july, absent, day, august));
        assertThat(text(coordinator, july, absent, "/hours")).isEqualTo("32.0");

        for (var certified : List.of(diligent, waiting, ill, absent)) {
            await().untilAsserted(() -> assertThat(Person.anybody(port)
                            .checks(certificate(july, certified))
                            .text("/status"))
                    .isEqualTo("VALID"));
        }
        assertThat(coordinator.reads(july).text("/completed")).isEqualTo("4");
        await().untilAsserted(() -> assertThat(told(july))
                .containsExactly(
                        "training.scheduled",
                        "training.completed",
                        "training.amended",
                        "training.amended",
                        "training.amended"));
        assertThat(last(july).at("/training/completed").asInt()).isEqualTo(4);
        assertThat(told(enrollment(july, ill)))
                .containsExactly("enrollment.enrolled", "enrollment.ended", "enrollment.completed");
        assertThat(told(enrollment(july, absent)))
                .containsExactly("enrollment.enrolled", "enrollment.ended", "enrollment.ended", "enrollment.completed");
        assertThat(told(enrollment(july, waiting))).containsExactly("enrollment.enrolled", "enrollment.completed");
    }

    @Test
    void whatIsCancelledOffersTheNextAndKeepsThePlacesInTheLine() {
        var cancelled = open(Cohorts.plan("off", 1, comingDays(10)));
        var other = open(Cohorts.plan("next", 1, comingDays(1)));
        open(Cohorts.plan("later", 1, comingDays(2)));
        commander.enrolls(cancelled, diligent, waiting);
        commander.enrolls(other, absent, leaving);

        var answer = coordinator.cancels(cancelled, CancelReason.TRAINER_UNAVAILABLE);
        assertThat(answer.text("/state")).isEqualTo("CANCELLED");
        assertThat(answer.text("/instead")).isEqualTo(other.toString());
        assertThat(text(commander, cancelled, waiting, "/reason")).isEqualTo("TRAINING_CANCELLED");
        assertThat(coordinator.cancels(cancelled, CancelReason.WEATHER).body()).isEqualTo(answer.body());
        assertThat(commander.transfers(cancelled, diligent, other).text("/state"))
                .isEqualTo("WAITLISTED");
        assertThat(commander.transfers(cancelled, waiting, other).text("/state"))
                .isEqualTo("WAITLISTED");
        assertThat(commander.transfers(cancelled, waiting, other).text("/state"))
                .isEqualTo("WAITLISTED");

        // asked before those who are there
        commander.withdraws(other, absent, WithdrawReason.ILLNESS);
        assertThat(state(commander, other, diligent)).isEqualTo("ENROLLED");
        assertThat(state(commander, other, leaving)).isEqualTo("WAITLISTED");
        await().untilAsserted(
                        () -> assertThat(told(cancelled)).containsExactly("training.scheduled", "training.cancelled"));
        assertThat(last(cancelled).at("/reason").asString()).isEqualTo("TRAINER_UNAVAILABLE");
        assertThat(last(cancelled).at("/training/instead").asString()).isEqualTo(other.toString());
        assertThat(told(enrollment(cancelled, diligent)))
                .containsExactly("enrollment.enrolled", "enrollment.withdrawn", "enrollment.withdrawn");
        assertThat(told(enrollment(cancelled, waiting)))
                .containsExactly("enrollment.withdrawn", "enrollment.withdrawn");
    }

    @Test
    void whoAsksForThemselvesWaitsForTheCommander() {
        var training = open(planFor(1));
        var self = Person.officer(port, eager);
        assertThat(results(self.enrolls(training, eager))).containsExactly("REQUESTED");
        commander.enrolls(training, diligent, waiting);
        assertThat(self.approves(training, eager).status()).isEqualTo(403);
        assertThat(Person.commander(port, "PCT-001").approves(training, eager).status())
                .isEqualTo(404);

        var approved = commander.approves(training, eager);
        assertThat(approved.text("/state")).isEqualTo("WAITLISTED");
        commander.withdraws(training, diligent, WithdrawReason.LEAVE);
        assertThat(state(self, training, eager)).isEqualTo("ENROLLED");
        assertThat(state(commander, training, waiting)).isEqualTo("WAITLISTED");
        assertThat(commander.declines(training, eager, DeclineReason.STAFFING).text("/type"))
                .endsWith("enrollment-not-requested");

        assertThat(self.readsHistory(training, eager).body().at("/items").valueStream())
                .extracting(entry -> entry.at("/actor/role").asString() + " "
                        + entry.at("/state").asString())
                .containsExactly("officer REQUESTED", "commander WAITLISTED", "commander ENROLLED");
        assertThat(Person.officer(port, diligent).readsHistory(training, eager).status())
                .isEqualTo(404);
    }

    @Test
    void aDayIsMovedAsLongAsNobodyHasAttendedIt() {
        var training = open(planFor(1));
        var annex = new TrainingDay(DATES.get(3).plusDays(1), LocalTime.of(10, 0), LocalTime.of(18, 0), "ANNEX");
        assertThat(coordinator.reschedules(training, 4, annex).text("/days/3/venue"))
                .isEqualTo("ANNEX");
        coordinator.enrolls(training, diligent);
        coordinator.records(training, DATES.get(0), diligent);
        assertThat(coordinator
                        .reschedules(training, 1, nineToFive(DATES.get(0).minusDays(1)))
                        .text("/type"))
                .endsWith("day-has-attendance");
        await().untilAsserted(
                        () -> assertThat(told(training)).containsExactly("training.scheduled", "training.rescheduled"));
        assertThat(last(training).at("/training/days/3/start").asString()).isEqualTo("10:00");
    }

    @Test
    void correctedHoursStandInTheHistory() {
        var training = open(planFor(1));
        coordinator.enrolls(training, diligent);
        coordinator.records(training, DATES.get(0), diligent);
        coordinator.records(training, DATES.get(0));

        var corrections = coordinator
                .readsHistory(training, diligent)
                .body()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/attendance"))
                .filter(JsonNode::isObject)
                .map(it -> it.at("/before").asInt() + " " + it.at("/after").asInt());
        assertThat(corrections).containsExactly("0 8", "8 0");
    }

    @Test
    void anOfficerSignsInWithTheCodeThatIsShownInTheRoom() {
        var training = open(Cohorts.plan("today", 1, comingDays(0)));
        coordinator.enrolls(training, diligent);
        var trainer = Person.trainer(port, Cohorts.TRAINER);
        var self = Person.officer(port, diligent);

        assertThat(self.readsCode(training, 1).status()).isEqualTo(403);
        assertThat(Person.trainer(port, UUID.randomUUID())
                        .readsCode(training, 1)
                        .status())
                .isEqualTo(404);
        assertThat(trainer.readsCode(training, 2).text("/type")).endsWith("not-sign-in-time");
        assertThat(self.signsIn(training, 1, "none").text("/type")).endsWith("wrong-code");
        await().untilAsserted(() -> assertThat(
                        self.signsIn(training, 1, trainer.readsCode(training, 1).text("/code"))
                                .text("/days/0/number"))
                .isEqualTo("1"));
        assertThat(Person.officer(port, absent).signsIn(training, 1, "000000").status())
                .isEqualTo(404);
        var today = comingDays(0).get(0).date();
        assertThat(trainer.records(training, today, diligent).status()).isEqualTo(200);
        assertThat(Person.trainer(port, UUID.randomUUID())
                        .records(training, today, diligent)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyWasThereOnADayToCome() {
        var training = open(Cohorts.plan("today", 1, comingDays(0)));
        coordinator.enrolls(training, diligent);

        var refused = coordinator.records(training, comingDays(0).get(1).date(), diligent);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("date");
        assertThat(coordinator.reads(training).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void theCatalogueGoesOnWithItsCursorAndHidesDrafts() {
        var from = "from=2031-01&to=2031-12";
        var march = IntStream.range(0, 3)
                .mapToObj(n -> open(Cohorts.plan("march-" + n, 1, days(2031, 3, 3 + n))))
                .toList();
        var april = open(Cohorts.plan("april", 1, days(2031, 4, 1)));
        var draft = draft(Cohorts.plan("draft", 1, days(2031, 5, 1)));
        // amended into another month before it opens
        coordinator.amends(draft, Cohorts.plan("draft", 1, days(2031, 2, 1)));

        assertThat(ids(coordinator.lists(from).body()))
                .containsExactly(
                        draft.toString(),
                        march.get(0).toString(),
                        march.get(1).toString(),
                        march.get(2).toString(),
                        april.toString());
        var officer = Person.officer(port, diligent);
        var first = officer.lists(from + "&limit=2").body();
        assertThat(ids(first))
                .containsExactly(march.get(0).toString(), march.get(1).toString());
        coordinator.cancels(march.get(1), CancelReason.WEATHER);
        var second = officer.lists(from + "&limit=2&cursor=" + first.at("/next").asString())
                .body();
        assertThat(ids(second)).containsExactly(march.get(2).toString(), april.toString());
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(ids(officer.lists(from + "&state=CANCELLED").body()))
                .containsExactly(march.get(1).toString());
        assertThat(officer.lists(from + "&cursor=x").text("/errors/0/field")).isEqualTo("?cursor");
        assertThat(officer.reads(draft).status()).isEqualTo(404);
        assertThat(officer.enrolls(draft, diligent).status()).isEqualTo(404);
    }

    private UUID draft(TrainingPlan plan) {
        return UUID.fromString(
                coordinator.creates(plan, UUID.randomUUID().toString()).text("/id"));
    }

    private UUID open(TrainingPlan plan) {
        var training = draft(plan);
        assertThat(coordinator.opens(training).status()).isEqualTo(200);
        return training;
    }

    /** The first of them so many days from today on, each from midnight to midnight. */
    private static List<TrainingDay> comingDays(int from) {
        var today = NewYork.day(Instant.now());
        return IntStream.range(0, 4)
                .mapToObj(
                        n -> new TrainingDay(today.plusDays(from + n), LocalTime.MIDNIGHT, LocalTime.of(23, 59), null))
                .toList();
    }

    private static List<TrainingDay> days(int year, int month, int day) {
        return IntStream.range(0, 4)
                .mapToObj(n -> nineToFive(LocalDate.of(year, month, day).plusDays(n)))
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static UUID enrollment(UUID training, UUID officer) {
        return Ids.enrollment(training, officer);
    }

    private static UUID certificate(UUID training, UUID officer) {
        return Ids.certificate(enrollment(training, officer));
    }

    private JsonNode last(UUID about) {
        return JSON.readTree(topics.named("parley.enrollment.v1")
                .about(about.toString())
                .getLast()
                .value());
    }

    /** In the order of their sequence; one that was sent twice counts once. */
    private List<String> told(UUID about) {
        return topics.named("parley.enrollment.v1").about(about.toString()).stream()
                .map(Topic::headers)
                .map(headers -> headers.get("ce_sequence") + " "
                        + headers.get("ce_type").replaceAll("org\\.parley\\.|\\.v1", ""))
                .distinct()
                .map(it -> it.substring(it.indexOf(' ') + 1))
                .toList();
    }
}
