package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfNypi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logs that were wrong, are put right or voided, and stay readable as they were. */
@ParleyTest
class CorrectionsTest {

    private static final String STARTED =
            Instant.now().minus(Duration.ofHours(26)).toString();
    private static final String ENDED =
            Instant.now().minus(Duration.ofHours(25)).toString();
    private static final String SESSIONS = "sessions";
    private static final String MICRO_INTERVENTIONS = "micro-interventions";

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private final UUID id = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(new World(topics).heard(id))
                .allSatisfy(heard -> assertThat(heard.breaches()).isEmpty());
    }

    @Test
    void aSessionIsPutRightAndItsFirstVersionStays() {
        var nypi = Person.center(port, "nypi");
        var logged = nypi.logsSession(id, mediation());

        var amended = nypi.amends(SESSIONS, id, mediation("outcome", "NO_AGREEMENT", "parties", 3), logged.etag());

        assertThat(amended.status()).isEqualTo(200);
        assertThat(amended.etag()).isEqualTo("\"2\"");
        assertThat(amended.text("/outcome")).isEqualTo("NO_AGREEMENT");
        assertThat(nypi.readsSession(id).body()).isEqualTo(amended.body());
        var history = nypi.reads("/v1/sessions/" + id + "/history").body().path("items");
        assertThat(history.valueStream().map(version -> version.at("/what").asString()))
                .containsExactly("LOGGED", "AMENDED");
        assertThat(history.at("/0/outcome").asString()).isEqualTo("AGREEMENT_ALL");
        assertThat(history.at("/0/at")).isEqualTo(logged.body().path("loggedAt"));
        assertThat(history.at("/1/actor").asString()).isEqualTo("center-nypi");
        await().untilAsserted(() -> assertThat(whatWasHeard()).containsExactly("session.logged", "session.amended"));
        var told = new World(topics).heard(id).getLast();
        assertThat(told.text("/session/outcome")).isEqualTo("NO_AGREEMENT");
        assertThat(told.event().at("/session/parties").asInt()).isEqualTo(3);
    }

    @Test
    void whoDoesNotSayWhichVersionAmendsNothing() {
        var nypi = Person.center(port, "nypi");
        var first = nypi.logsSession(id, mediation()).etag();
        var changed = mediation("parties", 3);

        assertThat(nypi.amends(SESSIONS, id, changed, null).status()).isEqualTo(428);
        assertThat(nypi.amends(SESSIONS, id, changed, "\"7\"").status()).isEqualTo(412);
        assertThat(nypi.amends(SESSIONS, id, changed, first).status()).isEqualTo(200);
        var stale = nypi.amends(SESSIONS, id, mediation("parties", 4), first);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/type")).endsWith(":version-mismatch");
        assertThat(nypi.readsSession(id).body().path("parties").asInt()).isEqualTo(3);
    }

    @Test
    void ofTwentyWhoAmendTheSameVersionOneDoes() throws Exception {
        var nypi = Person.center(port, "nypi");
        var etag = nypi.logsSession(id, mediation()).etag();
        var amending = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(n -> () -> nypi.amends(SESSIONS, id, mediation("parties", 3 + n), etag)
                        .status())
                .toList();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(amending))
                    .extracting(done -> done.resultNow())
                    .containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
        await().untilAsserted(() -> assertThat(whatWasHeard()).containsExactly("session.logged", "session.amended"));
    }

    @Test
    void whoALogCountsForIsNotAmended() {
        var self = Person.officer(port, officer);
        var etag = self.logsMicroIntervention(id, calmed()).etag();

        var refused = Person.coordinator(port)
                .amends(
                        MICRO_INTERVENTIONS,
                        id,
                        calmed("officer", UUID.randomUUID().toString(), "command", "PCT-001"),
                        etag);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder("/officer", "/command");
    }

    @Test
    void anAmendmentKeepsTheRulesAndThePeriodOfALog() {
        var self = Person.officer(port, officer);
        var etag = self.logsMicroIntervention(id, calmed()).etag();
        var longAgo = Instant.now().minus(Duration.ofDays(40)).toString();

        var arrest = self.amends(MICRO_INTERVENTIONS, id, calmed("arrestMade", true), etag);
        var late = self.amends(MICRO_INTERVENTIONS, id, calmed("occurredAt", longAgo), etag);

        assertThat(arrest.text("/errors/0/field")).isEqualTo("/arrestMade");
        assertThat(late.text("/errors/0/field")).isEqualTo("/occurredAt");
        assertThat(self.readsMicroIntervention(id).etag()).isEqualTo(etag);
    }

    @Test
    void aVoidedLogStaysReadableAndIsNeitherAmendedNorLoggedAnew() {
        var self = Person.officer(port, officer);
        var etag = self.logsMicroIntervention(id, calmed()).etag();

        var voided = self.voids(MICRO_INTERVENTIONS, id, "DUPLICATE");

        assertThat(voided.status()).isEqualTo(200);
        assertThat(voided.text("/voidReason")).isEqualTo("DUPLICATE");
        assertThat(self.voids(MICRO_INTERVENTIONS, id, "DUPLICATE").body()).isEqualTo(voided.body());
        assertThat(self.voids(MICRO_INTERVENTIONS, id, "TEST").status()).isEqualTo(409);
        var again = self.logsMicroIntervention(id, calmed());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(voided.body());
        assertThat(self.amends(MICRO_INTERVENTIONS, id, calmed("type", "NOISE"), "*")
                        .text("/type"))
                .endsWith(":voided");
        assertThat(self.amends(MICRO_INTERVENTIONS, id, calmed("type", "NOISE"), etag)
                        .status())
                .isEqualTo(412);
        await().untilAsserted(() ->
                assertThat(whatWasHeard()).containsExactly("micro-intervention.logged", "micro-intervention.voided"));
        assertThat(new World(topics).heard(id).getLast().text("/reason")).isEqualTo("DUPLICATE");
    }

    @Test
    void aPhoneThatSendsItsLogAgainAfterItWasAmendedIsAnsweredWhatIsThere() {
        var self = Person.officer(port, officer);
        var etag = self.logsMicroIntervention(id, calmed()).etag();
        var amended = self.amends(MICRO_INTERVENTIONS, id, calmed("type", "NOISE"), etag);

        var again = self.logsMicroIntervention(id, calmed());
        var other = self.logsMicroIntervention(id, calmed("type", "PETS"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(amended.body());
        assertThat(other.status()).isEqualTo(409);
    }

    private List<String> whatWasHeard() {
        return new World(topics).heard(id).stream().map(World.Heard::what).toList();
    }

    private static Map<String, Object> mediation(Object... changes) {
        var body = mediationOfNypi("startedAt", STARTED, "endedAt", ENDED, "referral", null);
        for (var i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }

    private Map<String, Object> calmed(Object... changes) {
        var body = calmedNeighbors("officer", officer.toString(), "occurredAt", STARTED);
        for (var i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }
}
