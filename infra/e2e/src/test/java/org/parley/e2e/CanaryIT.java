package org.parley.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.processes.Service;
import org.parley.testing.Backing;

/**
 * A canary sits wherever a person could be. None is found in any file that store and broker have written, whatever they
 * keep in it, nor in anybody's log or metrics. What may be there is found by the same search, or it would find nothing
 * for another reason.
 */
class CanaryIT {

    private static final List<String> CANARIES = List.of("CANARY", "canary", "5550142", "555-0142", "5550143");
    private static final String COMMENT = "Too long before the break, said one";
    private static final String ROSTERS = "/v1/officers:import?dryRun=false";
    private static final String PRECINCTS = "/v1/referrals";

    private final Platform platform = Platform.shared();
    private final User precinct = platform.as("precinct-075");
    private final User center = platform.as("center-nypi");
    private final User administrator = platform.as("administrator");
    private final User coordinator = platform.as("coordinator");
    private final User anybody = new User(platform, null);
    private final String marker = "MARKER-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void nothingThatIsWrittenAnywhereGivesAPersonAway() throws IOException {
        var refused = new HashMap<>(submission(Given.newReference()));
        refused.put("type", "CANARY-TYPE");
        precinct.post(Service.REFERRAL, PRECINCTS, refused).isProblem(422, "invalid-field");
        refused.put("canary", "CANARY");
        precinct.post(Service.REFERRAL, PRECINCTS, refused);

        var id = precinct.post(Service.REFERRAL, PRECINCTS, submission(marker))
                .is(201)
                .text("id");
        var accepted = atDesk(id, "accept", Map.of()).is(200).body().toString();
        assertThat(accepted).contains("Canary Street", "Ada Canary", "+17185550142");
        center.get(Service.REFERRAL, desk(id)).is(200);
        atDesk(id, "schedule", Map.of("at", Given.hoursAgo(-48).toString())).is(200);
        coordinator
                .get(Service.REFERRAL, "/v1/coordination/referrals/" + id + "/parties/0")
                .is(200);
        assertThat(atDesk(id, "revoke-consent", Map.of("party", 0)).is(200).text("state"))
                .isEqualTo("CLOSED");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(written(id)).isNotEmpty());

        assertThat(filesWith(marker))
                .as("where the precinct's reference is kept")
                .anyMatch(isOf("store.db"));
        assertThat(filesWith(id)).as("where the referral is told of").anyMatch(isOf(".log"));
        for (var canary : CANARIES) {
            assertThat(filesWith(canary)).as(canary).isEmpty();
        }
        assertThat(metrics()).contains("http_server_requests").doesNotContain(CANARIES.toArray(String[]::new));
    }

    @Test
    void whoIsTrainedAndWhatTheySayOfItStaysWhereItIs() throws IOException {
        var roster = "tax_number,name,rank,command,nco\n5550142,Ada CANARYNAME,PO,PCT-075,true\n";
        coordinator
                .post(
                        Service.ENROLLMENT,
                        ROSTERS,
                        roster + "5550143,CANARYNAME,NONE,PCT-075,x\n",
                        "Content-Type",
                        "text/csv")
                .is(200);
        var officer = coordinator
                .post(Service.ENROLLMENT, ROSTERS, roster, "Content-Type", "text/csv")
                .is(200)
                .body()
                .at("/items/0/officer")
                .asString();
        assertThat(coordinator
                        .get(Service.ENROLLMENT, "/v1/officers/" + officer)
                        .is(200)
                        .text("name"))
                .isEqualTo("Ada CANARYNAME");
        var training = trained(officer);
        var link = coordinator
                .post(Service.ENROLLMENT, training + "/evaluation-links", Map.of())
                .is(200)
                .body()
                .at("/tokens/0")
                .asString();
        anybody.post(Service.ENROLLMENT, "/v1/evaluations", Map.of("token", link, "canary", "CANARY"));
        anybody.post(Service.ENROLLMENT, "/v1/evaluations", evaluation(link)).is(204);
        var closed = coordinator
                .post(Service.ENROLLMENT, training + "/evaluation/close", Map.of())
                .is(200);
        assertThat(closed.body().toString()).contains(COMMENT);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(platform.topics().all(Topics.ENROLLMENT))
                        .extracting(record -> new String(record.value(), UTF_8))
                        .anyMatch(text -> text.contains("\"responses\":1") && text.contains(marker)));

        assertThat(filesWith(officer)).as("where the officer is told of").anyMatch(isOf(".log"));
        for (var canary : CANARIES) {
            assertThat(filesWith(canary)).as(canary).isEmpty();
        }
        assertThat(filesWith(link)).as("the link").isEmpty();
        assertThat(filesWith(COMMENT)).as("the comment").allMatch(isOf("store.db"));
        assertThat(databasesWith(COMMENT))
                .as("the comment")
                .singleElement()
                .asString()
                .contains("enrollment");
        assertThat(metrics()).doesNotContain(COMMENT).doesNotContain(CANARIES.toArray(String[]::new));
    }

    /** A training of one officer, with all four days attended. */
    private String trained(String officer) {
        var days = Stream.of(1, 2, 8, 9)
                .map(day -> LocalDate.now().minusDays(20).plusDays(day))
                .toList();
        var plan = Map.of(
                "cohort",
                marker,
                "capacity",
                1,
                "trainers",
                List.of(UUID.randomUUID()),
                "days",
                days.stream()
                        .map(day -> Map.of("date", day.toString(), "start", "09:00", "end", "17:00"))
                        .toList());
        var path = "/v1/trainings/"
                + coordinator
                        .post(Service.ENROLLMENT, "/v1/trainings", plan)
                        .is(201)
                        .text("id");
        coordinator.post(Service.ENROLLMENT, path + "/open", Map.of()).is(200);
        coordinator
                .post(
                        Service.ENROLLMENT,
                        path + "/enrollments",
                        Map.of("requests", List.of(Map.of("officer", officer, "command", "PCT-075"))))
                .is(200);
        for (var day : days) {
            coordinator
                    .put(
                            Service.ENROLLMENT,
                            path + "/attendance/" + day,
                            Map.of("attended", List.of(Map.of("officer", officer, "hours", 8))))
                    .is(200);
        }
        coordinator.post(Service.ENROLLMENT, path + "/complete", Map.of()).is(200);
        return path;
    }

    private static Map<String, Object> evaluation(String link) {
        return Map.of(
                "token",
                link,
                "overall",
                "GOOD",
                "parts",
                Map.of("FULL_PROCESS", "GOOD", "MICRO_INTERVENTIONS", "GOOD", "MEDIATION_CENTERS", "GOOD"),
                "themes",
                List.of("REDUCED_ARRESTS"),
                "comment",
                COMMENT);
    }

    private static List<String> databasesWith(String text) {
        var found = new ArrayList<String>();
        try (var store = MongoClients.create(Backing.mongodbUri())) {
            for (var name : store.listDatabaseNames()) {
                var database = store.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    for (var document : database.getCollection(collection).find()) {
                        if (document.toJson().contains(text)) {
                            found.add(name);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, Object> submission(String reference) {
        var body = new HashMap<>(Given.referral(reference, "PCT-075"));
        body.put("address", Map.of("line", "1 Canary Street", "city", "CANARYVILLE", "zip", "CANARY9"));
        body.put("incidentNumber", "CANARY-INCIDENT");
        body.put("contactVia", "PARTIES");
        body.put(
                "parties",
                List.of(
                        party("Ada Canary", "(718) 555-0142", true),
                        party("Canary Unwilling", "(718) 555-0143", false)));
        return body;
    }

    private static Map<String, Object> party(String name, String phone, boolean consents) {
        return Map.of(
                "name",
                name,
                "phone",
                phone,
                "email",
                "canary@one.example",
                "needs",
                "canary ramp",
                "consent",
                Map.of("given", consents, "purpose", "MEDIATION"));
    }

    private Answer atDesk(String id, String action, Object body) {
        return center.post(Service.REFERRAL, desk(id) + "/" + action, body);
    }

    private static String desk(String id) {
        return "/v1/centers/nypi/referrals/" + id;
    }

    private List<String> written(String id) {
        return platform.topics().all(Topics.REFERRALS).stream()
                .filter(record -> id.equals(record.key()))
                .map(record -> new String(record.value(), UTF_8))
                .filter(text -> text.contains("CONSENT_REVOKED"))
                .toList();
    }

    private static Predicate<Path> isOf(String ending) {
        return file -> file.toString().endsWith(ending);
    }

    /** Of store, broker and services, theirs and their logs. */
    private static List<Path> filesWith(String text) throws IOException {
        try (var backing = Files.walk(Backing.files());
                var logs = Files.walk(Work.folder("logs"))) {
            return Stream.concat(backing, logs)
                    .filter(Files::isRegularFile)
                    .filter(not(isOf(".timeindex")))
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metrics() {
        var all = new StringBuilder();
        for (var service : Service.values()) {
            all.append(
                    administrator.get(service, "/actuator/prometheus").is(200).body());
        }
        return all.toString();
    }
}
