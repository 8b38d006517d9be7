package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.planFor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From links to what the world learns of the answers, and that nobody learns whose they were. */
@DirtiesContext // it looks at what is due a hundred times a second
@ExtendWith(OutputCaptureExtension.class)
@Import(AfterTheTraining.class)
@ParleyTest(
        properties = {"parley.enrollment.timekeeping.poll=10ms", "parley.enrollment.timekeeping.clock-tolerance=36500d"
        })
class EvaluationProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMMENT = "CANARY the sergeant who taught us on Tuesday";

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MovableClock clock;

    private Client coordinator;
    private final List<UUID> officers =
            Stream.generate(UUID::randomUUID).limit(7).toList();

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
    void anEvaluationGoesFromItsLinksToTheOneEventOfIt(CapturedOutput output) {
        var training = completed();
        var own = link(Client.officer(port, officers.getFirst()), training).getFirst();
        var links = links(training);
        assertThat(links).hasSize(6).doesNotContain(own);

        answers(own, "EXCELLENT", COMMENT).is(204);
        links.subList(0, 3).forEach(link -> answers(link, "EXCELLENT", null).is(204));
        answers(links.get(3), "GOOD", "   ").is(204);
        answers(links.get(4), "POOR", "CANARY too long").is(204);
        answers(own, "POOR", null).isProblem(409, "link-used");
        answers(links.get(4), "GOOD", null).isProblem(409, "link-used");
        var open = coordinator.get(evaluation(training)).is(200);
        assertThat(List.of(open.text("/invited"), open.text("/responses"))).containsExactly("7", "6");
        assertThat(open.body().at("/overall").isNull()).isTrue();
        assertThat(open.body().at("/comments").isNull()).isTrue();
        assertThat(told(training)).isEmpty();

        var closed = coordinator.post(evaluation(training) + "/close").is(200);
        assertThat(coordinator.post(evaluation(training) + "/close").is(200).body())
                .isEqualTo(closed.body());
        assertThat(closed.body().at("/overall")).isEqualTo(JSON.readTree("""
                {"EXCELLENT": 4, "GOOD": 1, "FAIR": 0, "POOR": 1}"""));
        assertThat(closed.body().at("/approvalRate").asDouble()).isEqualTo(5 / 6.0);
        assertThat(closed.body().at("/comments").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(COMMENT, "CANARY too long");
        answers(links.get(5), "GOOD", null).isProblem(410, "evaluation-closed");
        answers(own, "GOOD", null).isProblem(409, "link-used");

        await().untilAsserted(() -> assertThat(told(training)).hasSize(1));
        var event = told(training).getFirst();
        assertThat(event.at("/evaluation/overall")).isEqualTo(closed.body().at("/overall"));
        assertThat(Stream.of("/cohort", "/lastDay", "/kind", "/invited", "/responses", "/themes/COMMUNITY_RELATIONS")
                        .map(field -> event.at("/evaluation" + field).asString()))
                .containsExactly("2026-07", "2026-07-15", "COURSE", "7", "6", "6");
        assertThat(event.at("/evaluation/parts/FULL_PROCESS/FAIR").asInt()).isEqualTo(6);
        assertThat(event.at("/actor/role").asString()).isEqualTo("coordinator");

        // wherever else it could stand
        assertThat(topics.named("parley.enrollment.v1").records())
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .doesNotContain("CANARY", own));
        assertThat(output.getAll()).doesNotContain("CANARY").doesNotContain(own).doesNotContain(links);
    }

    @Test
    void whatIsStoredSaysNeitherWhoAnsweredNorWhenNorByWhichLink() {
        var training = completed();
        var drawn = new ArrayList<>(link(Client.officer(port, officers.get(2)), training));
        drawn.addAll(links(training));
        drawn.forEach(link -> answers(link, "GOOD", null).is(204));

        var stored = stored(training);
        var responses = stored.get("body", Document.class).getList("responses", Document.class);
        assertThat(responses).hasSize(7).allSatisfy(response -> {
            assertThat(response.keySet()).isSubsetOf("_id", "id", "overall", "parts", "themes", "used", "comment");
            assertThat(officers.stream().map(UUID::toString)).noneMatch(response.toJson()::contains);
        });
        assertThat(responses.stream().map(EvaluationProcessTest::id)).isSorted();
        assertThat(stored.toJson()).doesNotContain("$date");
        assertThat(stored.getList("outbox", Document.class)).isEmpty();
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain(drawn));
        }
    }

    @Test
    void aLinkIsBurntOnceWhateverRunsAtOnce() throws Exception {
        var training = completed();
        var link = links(training).getFirst();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> answers(link, "GOOD", null).status())
                    .toList();
            assertThat(clients.invokeAll(all).stream().map(done -> done.resultNow()))
                    .filteredOn(status -> status == 204)
                    .hasSize(1);
        }
        assertThat(coordinator.get(evaluation(training)).text("/responses")).isEqualTo("1");
    }

    @Test
    void thereIsOneLinkForEachWhoCompletedWhoeverDrawsIt() {
        var training = completed();
        var officer = Client.officer(port, officers.get(1));

        assertThat(link(officer, training)).hasSize(1);
        officer.post(training(training) + "/evaluation-link").isProblem(409, "link-drawn");
        assertThat(links(training)).hasSize(6);
        coordinator.post(training(training) + "/evaluation-links").isProblem(409, "links-drawn");
        Client.officer(port, officers.get(3))
                .post(training(training) + "/evaluation-link")
                .isProblem(409, "link-drawn");
        Client.officer(port, UUID.randomUUID())
                .post(training(training) + "/evaluation-link")
                .isProblem(404, "not-found");
    }

    @Test
    void linksThatWereLostAreDrawnAgainWhileNobodyHasAnswered() {
        var training = completed();
        var lost = links(training).getFirst();
        var again = coordinator
                .post(training(training) + "/evaluation-links?again=true")
                .is(200);

        assertThat(again.body().at("/tokens")).hasSize(7);
        answers(lost, "GOOD", null).isProblem(404, "not-found");
        answers(again.text("/tokens/0"), "GOOD", null).is(204);
        coordinator.post(training(training) + "/evaluation-links?again=true").isProblem(409, "answers-in");
    }

    @Test
    void aTrainerSeesNothingOfFewAndNothingOfOthersCohorts() {
        var training = completed();
        links(training)
                .subList(0, 6)
                .forEach(link -> answers(link, "GOOD", COMMENT).is(204));
        coordinator.post(evaluation(training) + "/close").is(200);

        var own = Client.trainer(port, Cohorts.TRAINER);
        var other = Client.trainer(port, UUID.randomUUID());

        var results = own.get(evaluation(training)).is(200);
        assertThat(results.text("/overall/GOOD")).isEqualTo("6");
        assertThat(results.body().at("/comments").isNull()).isTrue();
        other.get(evaluation(training)).isProblem(404, "not-found");
        // whoever holds a link can answer by it
        own.post(training(training) + "/evaluation-links").isProblem(403, "forbidden");
        own.post(training(training) + "/evaluation-links?again=true").isProblem(403, "forbidden");
        own.post(evaluation(training) + "/close").isProblem(403, "forbidden");
    }

    @Test
    void eachWrongAnswerIsRefusedWithItsFieldsAndBurnsNothing() {
        var training = completed();
        var link = links(training).getFirst();
        var anybody = Client.nobody(port);
        var path = "/v1/evaluations";

        anybody.post(path, Map.of("token", link)).isProblem(422, "invalid-field", "/overall", "/parts/FULL_PROCESS");
        anybody.post(path, Map.of("token", link, "used", "DAILY")).isProblem(422, "invalid-field", "/used");
        anybody.post(path, Map.of("token", link, "overall", "SUPERB")).isProblem(422, "invalid-field", "/overall");
        anybody.post(path, Map.of("token", link, "themes", List.of("MONEY")))
                .isProblem(422, "invalid-field", "/themes/0");
        anybody.post(path, "{\"token\": \"x\", \"themes\": [null]}", "application/json")
                .isProblem(422, "invalid-field", "/themes/0");
        anybody.post(path, Map.of("token", link, "name", "x")).isProblem(400, "unknown-field", "/name");
        anybody.post(path, Map.of()).isProblem(422, "invalid-field", "/token");
        anybody.post(path, "", "application/json").isProblem(400, "malformed-json");
        anybody.post(path, "{}", "text/plain").is(415);
        answers("x", "GOOD", null).isProblem(404, "not-found");
        answers(link.substring(1) + "A", "GOOD", null).isProblem(404, "not-found");
        answers(link, "GOOD", "x".repeat(2_001)).isProblem(422, "invalid-field", "/comment");
        anybody.post(path, answered(link, "GOOD", "HALF").toString().replace("HALF", "\\ud83d"), "application/json")
                .isProblem(422, "invalid-field", "/comment");
        answers(link, "GOOD", null).is(204);
        coordinator.get(evaluation(training) + "?kind=OTHER").isProblem(422, "invalid-field", "?kind");
        coordinator.get(evaluation(UUID.randomUUID())).isProblem(404, "not-found");
        coordinator.post(evaluation(training) + "/close?kind=FOLLOW_UP").isProblem(404, "not-found");
    }

    @Test
    void nobodyIsAskedBeforeTheTrainingIsOver() {
        var training = running();

        coordinator.post(training(training) + "/evaluation-links").isProblem(409, "training-not-completed");
        Client.officer(port, officers.getFirst())
                .post(training(training) + "/evaluation-link")
                .isProblem(404, "not-found");
    }

    @Test
    void nobodyIsAskedWhereNobodyCompleted() {
        var person = Person.coordinator(port);
        var training = UUID.fromString(
                person.creates(planFor(1), UUID.randomUUID().toString()).text("/id"));
        person.opens(training);
        person.records(training, DATES.getFirst());
        person.completes(training);

        coordinator.post(training(training) + "/evaluation-links").isProblem(409, "nobody-to-ask");
        coordinator.get(evaluation(training)).isProblem(404, "not-found");
    }

    @Test
    void anEvaluationClosesByItselfAndIsFollowedUpAfterThreeMonths() {
        var training = completed();
        var links = links(training);
        answers(links.getFirst(), "FAIR", null).is(204);
        coordinator
                .post(training(training) + "/evaluation-links?kind=FOLLOW_UP")
                .isProblem(409, "evaluation-too-early");
        clock.forward(Duration.ofDays(20));
        answers(links.get(1), "GOOD", null).is(204);
        clock.forward(Duration.ofDays(1));

        await().untilAsserted(() -> assertThat(told(training)).hasSize(1));
        assertThat(told(training).getFirst().at("/actor/role").asString()).isEqualTo("system");
        answers(links.get(2), "GOOD", null).isProblem(410, "evaluation-closed");

        clock.forward(Duration.ofDays(80));
        var later = coordinator
                .post(training(training) + "/evaluation-links?kind=FOLLOW_UP")
                .is(200);
        var use = Map.of("token", later.text("/tokens/0"), "used", "WEEKLY", "themes", List.of("REDUCED_ARRESTS"));
        Client.nobody(port).post("/v1/evaluations", use).is(204);
        // three weeks go by while nobody is there, and more
        clock.forward(Duration.ofDays(60));
        await().untilAsserted(() -> assertThat(told(training)).hasSize(2));
        var followUp = told(training).stream()
                .filter(event -> event.at("/evaluation/kind").asString().equals("FOLLOW_UP"))
                .findFirst()
                .orElseThrow();
        assertThat(followUp.at("/evaluation/used/WEEKLY").asInt()).isEqualTo(1);
        assertThat(followUp.at("/evaluation/overall").isNull()).isTrue();
    }

    @Test
    void eachMayDoTheirOwnAndNothingElse() {
        var training = completed();
        for (var role :
                List.of("officer", "commander", "analyst", "administrator", "precinct-system", "center-staff")) {
            var someone = Client.with(port, role, Map.of("command", List.of("*"), "cohort", List.of("*")));
            someone.post(training(training) + "/evaluation-links").isProblem(403, "forbidden");
            someone.get(evaluation(training)).isProblem(403, "forbidden");
            someone.post(evaluation(training) + "/close").isProblem(403, "forbidden");
        }
        coordinator.post(training(training) + "/evaluation-link").isProblem(403, "forbidden");
        Client.nobody(port).get(evaluation(training)).isProblem(401, "unauthenticated");
        Client.nobody(port).post(training(training) + "/evaluation-links").isProblem(401, "unauthenticated");
    }

    private UUID completed() {
        var training = running();
        Person.coordinator(port).completes(training);
        return training;
    }

    private UUID running() {
        var person = Person.coordinator(port);
        var training = UUID.fromString(
                person.creates(planFor(7), UUID.randomUUID().toString()).text("/id"));
        person.opens(training);
        person.enrolls(training, officers.toArray(UUID[]::new));
        DATES.forEach(date -> person.records(training, date, officers.toArray(UUID[]::new)));
        return training;
    }

    private List<String> links(UUID training) {
        return tokens(coordinator.post(training(training) + "/evaluation-links").is(200));
    }

    private static List<String> link(Client officer, UUID training) {
        return tokens(officer.post(training(training) + "/evaluation-link").is(200));
    }

    private static List<String> tokens(Client.Reply drawn) {
        return drawn.body().at("/tokens").valueStream().map(JsonNode::asString).toList();
    }

    private Client.Reply answers(String link, String overall, String comment) {
        return Client.nobody(port).post("/v1/evaluations", answered(link, overall, comment));
    }

    private static JsonNode answered(String link, String overall, String comment) {
        var body = JSON.createObjectNode()
                .put("token", link)
                .put("overall", overall)
                .put("comment", comment);
        var parts = body.putObject("parts");
        List.of("FULL_PROCESS", "MICRO_INTERVENTIONS", "MEDIATION_CENTERS").forEach(part -> parts.put(part, "FAIR"));
        body.putArray("themes").add("COMMUNITY_RELATIONS");
        return body;
    }

    private static String training(UUID training) {
        return "/v1/trainings/" + training;
    }

    private static String evaluation(UUID training) {
        return training(training) + "/evaluation";
    }

    private Document stored(UUID training) {
        var all = new ArrayList<Document>();
        mongo.getCollection("evaluations").find().into(all);
        return all.stream()
                .filter(one ->
                        one.get("body", Document.class).getString("training").equals(training.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String id(Document response) {
        return response.containsKey("_id") ? response.getString("_id") : response.getString("id");
    }

    /** Resends left out. */
    private List<JsonNode> told(UUID training) {
        return topics.named("parley.enrollment.v1").records().stream()
                .filter(told -> Topic.headers(told).get("ce_type").startsWith("org.parley.evaluation."))
                .map(told -> JSON.readTree(told.value()))
                .filter(told -> told.at("/evaluation/training").asString().equals(training.toString()))
                .distinct()
                .toList();
    }
}
