package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.planFor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.enrollment.officers.Officers;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Rosters come in, officers move, and nobody learns a name who should not. */
@ExtendWith(OutputCaptureExtension.class)
@Import(AfterTheTraining.class)
@ParleyTest(properties = "parley.enrollment.timekeeping.clock-tolerance=36500d")
class OfficerProcessTest {

    private static final String HEADER = "tax_number,name,rank,command,nco\n";
    private static final String IMPORT = "/v1/officers:import";

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MovableClock clock;

    @Autowired
    Officers officers;

    private Client coordinator;

    @BeforeEach
    void signIn() {
        coordinator = Client.coordinator(port);
    }

    @Test
    void aRosterIsTriedThenImportedAndOnceMoreWithoutEffect() {
        var roster = HEADER
                + "910001,Ada One,SGT,PCT-010,true\n910002,Ben Two,PO,PCT-010,maybe\n910003,Cem Three,PO,PCT-013,false\n";

        var tried = imports(roster, true);
        assertThat(outcomes(tried)).containsExactly("CREATED", "REFUSED", "CREATED");
        assertThat(tried.body().at("/items/0/officer").isNull()).isTrue();
        assertThat(tried.text("/items/1/errors/0/field")).isEqualTo("nco");
        assertThat(tried.text("/items/1/line")).isEqualTo("3");
        assertThat(tried.text("/counts/CREATED")).isEqualTo("2");
        assertThat(list("PCT-010")).isEmpty();
        assertThat(outcomes(imports(roster, true))).containsExactly("CREATED", "REFUSED", "CREATED");

        var imported = imports(roster, false);
        assertThat(outcomes(imported)).containsExactly("CREATED", "REFUSED", "CREATED");
        var again = imports(roster, false);
        assertThat(outcomes(again)).containsExactly("UNCHANGED", "REFUSED", "UNCHANGED");
        assertThat(again.text("/items/0/officer")).isEqualTo(imported.text("/items/0/officer"));
        assertThat(reads(imported, 0).text("/version")).isEqualTo("1");
        assertThat(reads(imported, 0).text("/name")).isEqualTo("Ada One");
        assertThat(list("PCT-010")).containsExactly("Ada One");
    }

    @Test
    void anOfficerIsFoundAgainByTheNumberAndMovesWithTheRoster() {
        var before = imports(HEADER + "920001,Eva Four,PO,PCT-017,false\n920002,Fay Five,PO,PCT-017,false\n", false);
        clock.forward(Duration.ofDays(30));
        var after = imports(HEADER + "920002,Fay Fünf,DET,PCT-017,true\n920001,Eva Four,SGT,PCT-018,false\n", false);

        assertThat(outcomes(after)).containsExactly("CHANGED", "MOVED");
        var eva = reads(before, 0);
        assertThat(eva.text("/rank")).isEqualTo("SGT");
        assertThat(eva.text("/command")).isEqualTo("PCT-018");
        assertThat(eva.text("/postings/0/to")).isEqualTo(eva.text("/postings/1/from"));
        assertThat(list("PCT-017")).containsExactly("Fay Fünf");
        assertThat(list("PCT-018")).containsExactly("Eva Four");
        var today = NewYork.day(clock.instant());
        var id = UUID.fromString(before.text("/items/0/officer"));
        assertThat(officers.commandsOn(List.of(id, UUID.randomUUID()), today)).isEqualTo(Map.of(id, "PCT-018"));
        assertThat(officers.commandsOn(List.of(id), today.minusDays(1))).isEqualTo(Map.of(id, "PCT-017"));
        assertThat(officers.commandsOn(List.of(id), today.minusDays(31))).isEmpty();
    }

    @Test
    void whoMovesMidwayKeepsTheCommandOfTheRequestAndAsksUnderTheNewOneNextTime() {
        var imported = imports(HEADER + "980001,Ida Nine,PO,PCT-071,false\n", false);
        var officer = UUID.fromString(imported.text("/items/0/officer"));
        var person = Person.coordinator(port);
        var training = UUID.fromString(
                person.creates(planFor(2), UUID.randomUUID().toString()).text("/id"));
        person.opens(training);

        asks(training, officer, "PCT-072").isProblem(422, "invalid-field", "/requests/0/command");
        assertThat(asks(training, officer, "PCT-071").is(200).text("/results/0/state"))
                .isEqualTo("ENROLLED");
        coordinator
                .post("/v1/officers/" + officer + "/move", Map.of("command", "PCT-072"))
                .is(200);

        DATES.forEach(date -> person.records(training, date, officer));
        person.completes(training);
        var certificate = Ids.certificate(Ids.enrollment(training, officer));
        await().untilAsserted(() -> assertThat(coordinator
                        .get("/v1/officers/" + officer + "/certificates")
                        .is(200)
                        .text("/items/0/command"))
                .isEqualTo("PCT-071"));
        assertThat(Client.nobody(port)
                        .get("/v1/certificates/" + certificate)
                        .is(200)
                        .text("/status"))
                .isNotEmpty();
        var next = UUID.fromString(
                person.creates(planFor(2), UUID.randomUUID().toString()).text("/id"));
        person.opens(next);
        asks(next, officer, "PCT-071").isProblem(422, "invalid-field", "/requests/0/command");
        assertThat(asks(next, officer, "PCT-072").is(200).text("/results/0/state"))
                .isEqualTo("ENROLLED");
    }

    private Client.Reply asks(UUID training, UUID officer, String command) {
        return coordinator.post(
                "/v1/trainings/" + training + "/enrollments",
                Map.of("requests", List.of(Map.of("officer", officer, "command", command))));
    }

    @Test
    void aCoordinatorMovesAnOfficerOnADayAndInNoPast() {
        var imported = imports(HEADER + "930001,Gus Six,PO,PCT-019,false\n", false);
        var path = "/v1/officers/" + imported.text("/items/0/officer") + "/move";
        clock.forward(Duration.ofDays(10));
        var day = NewYork.day(clock.instant()).minusDays(5);

        coordinator.post(path, Map.of("command", "PCT-999", "from", day)).isProblem(422, "invalid-field", "/command");
        coordinator
                .post(path, Map.of("command", "PCT-020", "from", day.minusDays(60)))
                .isProblem(422, "invalid-field", "/from");
        coordinator
                .post(path, Map.of("command", "PCT-020", "from", day.plusDays(60)))
                .isProblem(422, "invalid-field", "/from");
        coordinator.post(path, Map.of("from", day)).isProblem(422, "invalid-field", "/command");
        coordinator.post(path, Map.of("command", "PCT-020", "to", day)).isProblem(400, "unknown-field", "/to");
        var moved = coordinator
                .post(path, Map.of("command", "PCT-020", "from", day.toString()))
                .is(200);
        assertThat(moved.text("/postings/1/from")).isEqualTo(day.toString());
        assertThat(coordinator
                        .post(path, Map.of("command", "PCT-020", "from", day.toString()))
                        .is(200)
                        .body())
                .isEqualTo(moved.body());
        coordinator
                .post("/v1/officers/" + UUID.randomUUID() + "/move", Map.of("command", "PCT-020"))
                .isProblem(404, "not-found");
        assertThat(list("PCT-020")).containsExactly("Gus Six");
        assertThat(list("PCT-019")).isEmpty();
    }

    @Test
    void aCommandsOfficersComeInPagesEachOnce() {
        var roster = HEADER
                + IntStream.range(0, 25)
                        .mapToObj(i -> (940_000 + i) + ",Officer " + i + ",PO,PCT-023,false\n")
                        .collect(Collectors.joining());
        imports(roster, false);
        var commander = Client.commander(port, "PCT-023");
        var seen = new ArrayList<String>();
        var path = "/v1/commands/PCT-023/officers?limit=10";
        var page = commander.get(path).is(200);
        var pages = 1;
        names(page).forEach(seen::add);
        while (!page.body().at("/next").isNull()) {
            page = commander.get(path + "&cursor=" + page.text("/next")).is(200);
            names(page).forEach(seen::add);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        commander.get(path + "&cursor=x").isProblem(422, "invalid-field", "?cursor");
        commander.get("/v1/commands/PCT-023/officers?limit=0").isProblem(422, "invalid-field", "?limit");
    }

    @Test
    void theLargestRosterGoesInAndAgainChangesNothing() {
        var roster = HEADER
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> (800_000 + i) + ",Officer Number " + i + ",PO,PSA-" + (1 + i % 9) + ",false\n")
                        .collect(Collectors.joining());

        assertThat(imports(roster, false).text("/counts/CREATED")).isEqualTo("5000");
        assertThat(imports(roster, false).text("/counts/UNCHANGED")).isEqualTo("5000");
    }

    @Test
    void aNameThatWasErasedComesBackWithNoRoster() {
        var roster = HEADER + "950001,Hal Seven,PO,PCT-024,false\n";
        var imported = imports(roster, false);
        var officer = "/v1/officers/" + imported.text("/items/0/officer");

        coordinator.delete(officer + "/name").is(204);
        coordinator.delete(officer + "/name").is(204);
        coordinator.delete("/v1/officers/" + UUID.randomUUID() + "/name").isProblem(404, "not-found");
        assertThat(coordinator.get(officer).is(200).body().has("name")).isFalse();
        assertThat(outcomes(imports(roster, false))).containsExactly("UNCHANGED");
        assertThat(outcomes(imports(roster.replace("PO", "SGT"), false))).containsExactly("CHANGED");
        assertThat(coordinator.get(officer).is(200).body().has("name")).isFalse();
    }

    @Test
    void namesAndRanksAreForCoordinatorsAndTheirOwnCommander() {
        var imported = imports(HEADER + "960001,Ida Eight,LT,PCT-025,true\n", false);
        var id = UUID.fromString(imported.text("/items/0/officer"));
        var officer = "/v1/officers/" + id;
        var list = "/v1/commands/PCT-025/officers";

        assertThat(Client.commander(port, "PCT-025").get(officer).is(200).text("/name"))
                .isEqualTo("Ida Eight");
        assertThat(Client.commander(port, "PCT-025").get(officer).text("/rank")).isEqualTo("LT");
        Client.commander(port, "PCT-026").get(officer).isProblem(404, "not-found");
        Client.commander(port, "PCT-026").get(list).isProblem(404, "not-found");
        var own = Client.officer(port, id).get(officer).is(200);
        assertThat(own.body().propertyNames()).containsExactlyInAnyOrder("id", "command", "nco", "postings", "version");
        Client.officer(port, UUID.randomUUID()).get(officer).isProblem(404, "not-found");
        for (var role : List.of("officer", "trainer", "analyst", "administrator", "precinct-system", "center-staff")) {
            var someone = Client.with(port, role, Map.of("command", List.of("*"), "cohort", List.of("*")));
            someone.get(officer).isProblem(404, "not-found");
            someone.get(list).isProblem(404, "not-found");
            someone.post(officer + "/move", Map.of("command", "PCT-026")).isProblem(403, "forbidden");
            someone.delete(officer + "/name").isProblem(403, "forbidden");
            someone.post(IMPORT + "?dryRun=true", HEADER, "text/csv").isProblem(403, "forbidden");
        }
        var commander = Client.commander(port, "PCT-025");
        commander.post(officer + "/move", Map.of("command", "PCT-026")).isProblem(403, "forbidden");
        commander.post(IMPORT, HEADER, "text/csv").isProblem(403, "forbidden");
        Client.nobody(port).get(officer).isProblem(401, "unauthenticated");
        Client.nobody(port).post(IMPORT, HEADER, "text/csv").isProblem(401, "unauthenticated");
    }

    @Test
    void eachWrongRosterIsRefusedAndNothingIsDone() {
        coordinator.post(IMPORT, "", "text/csv").isProblem(422, "invalid-field", "/header");
        coordinator.post(IMPORT, "{}", "application/json").is(415);
        coordinator.post(IMPORT + "?dryRun=perhaps", HEADER, "text/csv").isProblem(422, "invalid-field", "?dryRun");
        coordinator.post(IMPORT + "?dryRun=false", HEADER + "1,\"x", "text/csv").isProblem(422, "invalid-field", "");
        coordinator
                .post(IMPORT + "?dryRun=false", HEADER + "x".repeat(1 << 20), "text/csv")
                .isProblem(413, "too-large");
        coordinator.get("/v1/officers/x").isProblem(422, "invalid-field", "?id");
    }

    @Test
    void twoImportsAtOnceGiveEachOfficerOneId() throws Exception {
        var roster = HEADER
                + IntStream.range(0, 50)
                        .mapToObj(i -> (970_000 + i) + ",Officer " + i + ",PO,PCT-028,false\n")
                        .collect(Collectors.joining());
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var imports = IntStream.range(0, 4)
                    .<Callable<Client.Reply>>mapToObj(_ -> () -> imports(roster, false))
                    .toList();
            var ids = new HashSet<String>();
            for (var imported : clients.invokeAll(imports)) {
                imported.resultNow()
                        .body()
                        .at("/items")
                        .valueStream()
                        .forEach(item -> ids.add(item.at("/officer").asString()));
            }
            assertThat(ids).hasSize(50);
        }
        assertThat(names(coordinator.get("/v1/commands/PCT-028/officers?limit=200")))
                .hasSize(50);
    }

    /** Neither a name nor a tax number stands in an event, in a log, in a figure, or readable in the store. */
    @Test
    void nothingPersonalLeavesTheRoster(CapturedOutput output) {
        var canaries = List.of("CANARYNAME", "9876543");
        imports(HEADER + "9876543,CANARYNAME Smith,PO,PCT-030,false\n9876543,CANARYNAME,PO,PCT-030,x\n", true);
        var report = imports(HEADER + "9876543,CANARYNAME Smith,PO,PCT-030,false\n98765431,CANARYNAME,X,PCT,\n", false);
        coordinator.post(IMPORT, HEADER + "9876543,\"CANARYNAME", "text/csv").is(422);
        var id = UUID.fromString(report.text("/items/0/officer"));
        assertThat(coordinator.get("/v1/officers/" + id).text("/name")).isEqualTo("CANARYNAME Smith");
        coordinator
                .post("/v1/officers/" + id + "/move", Map.of("command", "PCT-032"))
                .is(200);

        assertThat(report.body().toString()).doesNotContain(canaries);
        assertThat(output.getAll()).doesNotContain(canaries);
        topics.named("parley.enrollment.v1")
                .records()
                .forEach(told -> assertThat(new String(told.value(), StandardCharsets.UTF_8))
                        .doesNotContain(canaries));
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> {
                assertThat(document.toJson()).doesNotContain(canaries);
                binaries(document)
                        .forEach(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain(canaries));
            });
        }
        var administrator = Client.with(port, "administrator", Map.of());
        assertThat(administrator.text("/actuator/prometheus")).isNotEmpty().doesNotContain(canaries);
    }

    private static List<byte[]> binaries(Object value) {
        var found = new ArrayList<byte[]>();
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(one -> found.addAll(binaries(one)));
            case List<?> list -> list.forEach(one -> found.addAll(binaries(one)));
            case Binary binary -> found.add(binary.getData());
            case null, default -> {}
        }
        return found;
    }

    private Client.Reply imports(String roster, boolean dryRun) {
        return coordinator
                .post(IMPORT + "?dryRun=" + dryRun, roster, "text/csv")
                .is(200);
    }

    private Client.Reply reads(Client.Reply imported, int item) {
        return coordinator
                .get("/v1/officers/" + imported.text("/items/" + item + "/officer"))
                .is(200);
    }

    private List<String> list(String command) {
        return names(coordinator.get("/v1/commands/" + command + "/officers").is(200));
    }

    private static List<String> names(Client.Reply page) {
        return page.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString())
                .toList();
    }

    private static List<String> outcomes(Client.Reply imported) {
        return imported.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/outcome").asString())
                .toList();
    }
}
