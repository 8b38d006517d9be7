package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What officers, commanders and coordinators look through. */
@ParleyTest
class ListsTest {

    /** A month in which no other test logs anything, long gone: only a coordinator logs there. */
    private static final String MONTH = "2026-02";

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Test
    void anOfficerSeesHisOwnLogsTheNewestFirstPageByPage() {
        var self = Person.officer(port, officer);
        var expected = new ArrayList<String>();
        for (var hours = 1; hours <= 9; hours++) {
            var at = Instant.now().minus(Duration.ofHours(9L * hours));
            expected.add(hours % 3 == 0 ? logsSession(self, at) : logsMicroIntervention(self, at));
        }

        await().untilAsserted(
                        () -> assertThat(ids(self.reads(logs() + "?limit=200"))).hasSize(9));

        assertThat(paged(self, 4)).containsExactlyElementsOf(expected);
        assertThat(paged(self, 3)).containsExactlyElementsOf(expected);
        assertThat(paged(Person.coordinator(port), 200)).containsExactlyElementsOf(expected);
        assertThat(Person.officer(port, UUID.randomUUID()).reads(logs()).status())
                .isEqualTo(404);
        assertThat(self.reads(logs() + "?cursor=abc").text("/errors/0/field")).isEqualTo("?cursor");
    }

    @Test
    void aLogWhoseTimeWasAmendedStandsWhereItBelongsAndAVoidedOneStays() {
        var self = Person.officer(port, officer);
        var moved = logsMicroIntervention(self, Instant.now().minus(Duration.ofDays(1)));
        var voided = logsMicroIntervention(self, Instant.now().minus(Duration.ofDays(2)));
        var earlier = Instant.now().minus(Duration.ofDays(4)).toString();

        assertThat(self.amends("micro-interventions", UUID.fromString(moved), log(officer, earlier), "*")
                        .status())
                .isEqualTo(200);
        assertThat(self.voids("micro-interventions", UUID.fromString(voided), "DUPLICATE")
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(ids(self.reads(logs()))).containsExactly(voided, moved));
        assertThat(self.reads(logs()).text("/items/0/microIntervention/voidReason"))
                .isEqualTo("DUPLICATE");
    }

    @Test
    void aCommandersFiguresAreThoseOfFiveOfficersOrMore() {
        var command = "PCT-062";
        var commander = Person.commander(port, command);
        var officers = Stream.generate(UUID::randomUUID).limit(5).toList();
        var logs = IntStream.range(0, 5)
                .mapToObj(n -> old(command, officers.get(n), n == 0 ? "ARREST" : "CALMED"))
                .toList();
        var coordinator = Person.coordinator(port);
        coordinator.logsAll(logs.subList(0, 4));
        await().untilAsserted(() -> assertThat(ids(coordinator.reads("/v1/commands/" + command + "/logs")))
                .hasSize(4));

        var ofFour = summary(commander, command);
        assertThat(ofFour.path("officers").isNull()).isTrue();
        assertThat(ofFour.at("/microInterventions/all").isNull()).isTrue();
        assertThat(ofFour.path("arrests").isNull()).isTrue();
        assertThat(ofFour.at("/sessions/all/logs").asInt(-1)).isZero();
        assertThat(commander.reads("/v1/commands/" + command + "/logs").body().path("items"))
                .isEmpty();

        coordinator.logsAll(logs);
        await().untilAsserted(() ->
                assertThat(summary(commander, command).path("officers").asInt()).isEqualTo(5));
        var ofFive = summary(commander, command);
        assertThat(ofFive.at("/microInterventions/all/logs").asInt()).isEqualTo(5);
        assertThat(ofFive.at("/microInterventions/all/outcomes").isNull())
                .as("one officer's arrest could be told from it")
                .isTrue();
        assertThat(ofFive.path("arrests").isNull()).isTrue();
        assertThat(ofFive.at("/microInterventions/groups/REFLECT/logs").asInt()).isEqualTo(5);
        assertThat(ofFive.at("/microInterventions/groups/OFFER/logs").asInt(-1)).isZero();
        assertThat(ofFive.at("/microInterventions/techniques/PAUSE").asInt()).isEqualTo(5);
        var lines = commander.reads("/v1/commands/" + command + "/logs").body().path("items");
        assertThat(lines).hasSize(5).allSatisfy(line -> {
            assertThat(line.path("microIntervention").isNull()).isTrue();
            assertThat(line.path("day").asString()).startsWith(MONTH);
        });
        assertThat(summary(coordinator, command)).isEqualTo(ofFive);

        var session = mediationOfAnOfficer(
                "officers",
                List.of(officers.getFirst().toString()),
                "command",
                command,
                "startedAt",
                MONTH + "-11T17:00:00Z",
                "endedAt",
                MONTH + "-11T18:00:00Z");
        coordinator.logsSession(UUID.randomUUID(), session);
        await().untilAsserted(() -> assertThat(ids(coordinator.reads("/v1/commands/" + command + "/logs")))
                .hasSize(6));
        assertThat(commander.reads("/v1/commands/" + command + "/logs").body().path("items"))
                .as("one officer's session is none of what five logged")
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.path("kind").asString()).isEqualTo("MICRO_INTERVENTION"));
    }

    @Test
    void aCommanderPagesByWholeDaysAndNoCursorSaysMoreThanThat() {
        var command = "PCT-063";
        var commander = Person.commander(port, command);
        var coordinator = Person.coordinator(port);
        var of = Stream.generate(UUID::randomUUID).limit(5).toList();
        var logs = of.stream().map(one -> old(command, one, "CALMED")).toList();
        var alone = new HashMap<String, Object>(old(command, of.getFirst(), "CALMED"));
        alone.put("id", UUID.randomUUID().toString());
        alone.put("occurredAt", "2020-01-15T15:00:00Z");
        var duplicate = new HashMap<String, Object>(old(command, of.getFirst(), "CALMED"));
        duplicate.put("id", UUID.randomUUID().toString());
        coordinator.logsAll(logs);
        coordinator.logsAll(List.of(alone, duplicate));
        coordinator.voids("micro-interventions", UUID.fromString((String) duplicate.get("id")), "DUPLICATE");
        await().untilAsserted(() -> assertThat(ids(coordinator.reads("/v1/commands/" + command + "/logs")))
                .hasSize(7));

        var page = commander.reads("/v1/commands/" + command + "/logs?limit=1");
        assertThat(page.body().path("items"))
                .as("its day as a whole, what was voided aside")
                .hasSize(5);
        assertThat(page.body().path("next").isNull())
                .as("nothing leads to a month of one officer")
                .isTrue();
        assertThat(coordinator
                        .reads("/v1/commands/" + command + "/logs?limit=6")
                        .text("/next"))
                .isNotEmpty();
    }

    @Test
    void anOfficerSeesAllOfHisOwnFigures() {
        var coordinator = Person.coordinator(port);
        coordinator.logsAll(List.of(old("PCT-075", officer, "CALMED"), old("PCT-075", officer, "ARREST")));
        var self = Person.officer(port, officer);
        var path = "/v1/officers/" + officer + "/summary?month=" + MONTH;

        await().untilAsserted(() -> assertThat(self.reads(path)
                        .body()
                        .at("/microInterventions/all/logs")
                        .asInt())
                .isEqualTo(2));
        assertThat(self.reads(path)
                        .body()
                        .at("/microInterventions/all/outcomes/CALMED")
                        .asInt())
                .isEqualTo(1);
        assertThat(self.reads(path).body().at("/arrests/MADE").asInt()).isEqualTo(1);
        assertThat(coordinator.reads(path).status()).isEqualTo(403);
        assertThat(Person.officer(port, UUID.randomUUID()).reads(path).status()).isEqualTo(404);
        assertThat(self.reads("/v1/officers/" + officer + "/summary?month=2026-13")
                        .text("/errors/0/field"))
                .isEqualTo("?month");
    }

    @Test
    void aVoidedLogIsInNoFigure() {
        var coordinator = Person.coordinator(port);
        var log = old("PCT-075", officer, "CALMED");
        coordinator.logsAll(List.of(log, old("PCT-075", officer, "CALMED")));
        coordinator.voids("micro-interventions", UUID.fromString((String) log.get("id")), "TEST");
        var path = "/v1/officers/" + officer + "/summary?month=" + MONTH;

        await().untilAsserted(() -> assertThat(Person.officer(port, officer)
                        .reads(path)
                        .body()
                        .at("/microInterventions/all/logs")
                        .asInt())
                .isEqualTo(1));
    }

    @Test
    void theMonthIsThePresentOneUnlessItIsNamed() {
        var now = Person.officer(port, officer).reads("/v1/officers/" + officer + "/summary");
        assertThat(YearMonth.parse(now.text("/month"))).isEqualTo(YearMonth.from(NewYork.day(Instant.now())));
    }

    private JsonNode summary(Person reader, String command) {
        return reader.reads("/v1/commands/" + command + "/summary?month=" + MONTH)
                .body();
    }

    private String logs() {
        return "/v1/officers/" + officer + "/logs";
    }

    private List<String> paged(Person reader, int limit) {
        var all = new ArrayList<String>();
        var cursor = "";
        do {
            var page = reader.reads(logs() + "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            all.addAll(ids(page));
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> ids(Person.Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.at("/session/id").asString("")
                        + item.at("/microIntervention/id").asString(""))
                .toList();
    }

    private String logsSession(Person self, Instant at) {
        var id = UUID.randomUUID();
        var body = mediationOfAnOfficer(
                "officers",
                List.of(officer.toString()),
                "startedAt",
                at.toString(),
                "endedAt",
                at.plus(Duration.ofMinutes(50)).toString());
        assertThat(self.logsSession(id, body).status()).isEqualTo(201);
        return id.toString();
    }

    private String logsMicroIntervention(Person self, Instant at) {
        var id = UUID.randomUUID();
        assertThat(self.logsMicroIntervention(id, log(officer, at.toString())).status())
                .isEqualTo(201);
        return id.toString();
    }

    private static Map<String, Object> log(UUID officer, String at) {
        return calmedNeighbors("officer", officer.toString(), "occurredAt", at);
    }

    private static Map<String, Object> old(String command, UUID officer, String outcome) {
        return calmedNeighbors(
                "id",
                UUID.randomUUID().toString(),
                "officer",
                officer.toString(),
                "command",
                command,
                "occurredAt",
                MONTH + "-10T17:00:00Z",
                "outcome",
                outcome,
                "arrestMade",
                outcome.equals("ARREST"));
    }
}
