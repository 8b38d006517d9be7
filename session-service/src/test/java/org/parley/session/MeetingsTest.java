package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.Backing;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sessions and what is heard of their certificates and referrals, whichever comes first. */
@ParleyTest
class MeetingsTest {

    private static final String COMMAND = "PCT-075";

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private final UUID id = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();
    private final UUID referral = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void nothingTheWorldLearnedBreaksTheContracts() {
        assertThat(world().heard(id))
                .allSatisfy(heard -> assertThat(heard.breaches()).isEmpty());
    }

    @Test
    void aCertificateThatArrivesLateClearsTheFlag() {
        var self = Person.officer(port, officer);
        var logged = self.logsSession(id, byTheOfficer());
        assertThat(logged.text("/certificate")).isEqualTo("MISSING");

        world().certifies(officer);

        await().untilAsserted(() ->
                assertThat(self.readsSession(id).text("/certificate")).isEqualTo("VALID"));
        await().untilAsserted(() -> assertThat(world().heard(id))
                .extracting(World.Heard::what)
                .containsExactly("session.logged", "session.amended"));
        var told = world().heard(id).getLast();
        assertThat(told.text("/actor/role")).isEqualTo("system");
        assertThat(told.text("/reason")).isEqualTo("CERTIFICATE_FOUND");
        assertThat(told.text("/session/certificate")).isEqualTo("VALID");
        assertThat(self.reads("/v1/sessions/" + id + "/history").text("/items/0/certificate"))
                .isEqualTo("MISSING");
    }

    /** The certificate found nobody waiting, and the session had missed it: each thinks it was first. */
    @Test
    void aCertificateThatCameBetweenALogAndItsNoteIsFoundAllTheSame() {
        var scope = Backing.newScope();
        var world = new World(new Topics(scope + "."));
        try (var dying = Copy.started(scope).withoutRelay()) {
            var self = Person.officer(dying.port(), officer);
            assertThat(self.logsSession(id, byTheOfficer()).text("/certificate"))
                    .isEqualTo("MISSING");
            world.certifies(officer);
            await().untilAsserted(() -> assertThat(
                            self.logsSession(UUID.randomUUID(), byTheOfficer()).text("/certificate"))
                    .isEqualTo("VALID"));
            assertThat(self.readsSession(id).text("/certificate")).isEqualTo("MISSING");
        }

        try (var next = Copy.started(scope, "parley.outbox.sweep-age=0s", "parley.outbox.sweep-every=1s")) {
            await().untilAsserted(() -> assertThat(Person.officer(next.port(), officer)
                            .readsSession(id)
                            .text("/certificate"))
                    .isEqualTo("VALID"));
        }
    }

    @Test
    void aSessionWaitsForItsReferral() {
        var nypi = Person.center(port, "nypi");
        assertThat(nypi.logsSession(id, sitting(1, "AGREEMENT_ALL")).text("/referralMatch"))
                .isEqualTo("PENDING");

        world().refers(referral, 2, "OFFERED", COMMAND, null);
        world().refers(referral, 3, "ACCEPTED", COMMAND, "nypi");

        await().untilAsserted(() ->
                assertThat(nypi.readsSession(id).text("/referralMatch")).isEqualTo("MATCHED"));
        await().untilAsserted(() -> assertThat(world().heard(id))
                .extracting(heard -> heard.text("/reason"))
                .containsExactly("", "REFERRAL_COMPARED"));
    }

    @Test
    void aMediationInThreeSittingsServesOneReferral() {
        var nypi = Person.center(port, "nypi");
        world().refers(referral, 3, "ACCEPTED", COMMAND, "nypi");
        var sittings = List.of(id, UUID.randomUUID(), UUID.randomUUID());

        await().untilAsserted(() -> assertThat(nypi.logsSession(UUID.randomUUID(), sitting(1, "NOT_HELD"))
                        .text("/referralMatch"))
                .isEqualTo("MATCHED"));
        assertThat(nypi.logsSession(sittings.get(0), sitting(1, "PROGRESS")).text("/referralMatch"))
                .isEqualTo("MATCHED");
        assertThat(nypi.logsSession(sittings.get(1), sitting(2, "PROGRESS")).status())
                .isEqualTo(201);
        assertThat(nypi.logsSession(sittings.get(2), sitting(3, "AGREEMENT_ALL"))
                        .status())
                .isEqualTo(201);

        assertThat(sittings)
                .allSatisfy(sitting -> await().untilAsserted(() -> {
                    var told = world().heard(sitting);
                    assertThat(told).extracting(World.Heard::what).containsExactly("session.logged");
                    assertThat(told.getFirst().text("/session/referral")).isEqualTo(referral.toString());
                }));
    }

    @Test
    void aSessionForAnotherCommandsReferralIsShownToCoordinators() {
        var nypi = Person.center(port, "nypi");
        var coordinator = Person.coordinator(port);
        world().refers(referral, 3, "ACCEPTED", "PCT-001", "nypi");
        nypi.logsSession(id, sitting(1, "AGREEMENT_ALL"));

        await().untilAsserted(() ->
                assertThat(nypi.readsSession(id).text("/referralMatch")).isEqualTo("MISMATCHED"));
        await().untilAsserted(() -> assertThat(unmatched(coordinator)).contains(id.toString()));

        assertThat(nypi.voids("sessions", id, "WRONG_REFERRAL").status()).isEqualTo(200);
        assertThat(unmatched(coordinator)).doesNotContain(id.toString());
    }

    @Test
    void aSessionWhoseReferralIsNeverHeardOfIsShownToCoordinatorsWhenItsTimeIsOver() {
        var scope = Backing.newScope();
        try (var copy = Copy.started(scope, "parley.session.match-within=0s");
                var patient = Copy.started(scope)) {
            var nypi = Person.center(copy.port(), "nypi");
            assertThat(nypi.logsSession(id, sitting(1, "AGREEMENT_ALL")).status())
                    .isEqualTo(201);

            await().untilAsserted(() ->
                    assertThat(unmatched(Person.coordinator(copy.port()))).containsExactly(id.toString()));
            assertThat(unmatched(Person.coordinator(patient.port()))).isEmpty();

            new World(new Topics(scope + ".")).refers(referral, 3, "ACCEPTED", COMMAND, "nypi");
            await().untilAsserted(() ->
                    assertThat(unmatched(Person.coordinator(copy.port()))).isEmpty());
        }
    }

    private static List<String> unmatched(Person coordinator) {
        return coordinator
                .reads("/v1/sessions:unmatched?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.at("/session/id").asString())
                .toList();
    }

    private World world() {
        return new World(topics);
    }

    private Map<String, Object> byTheOfficer() {
        return held(mediationOfAnOfficer("officers", List.of(officer.toString())));
    }

    private Map<String, Object> sitting(int number, String outcome) {
        return held(mediationOfNypi(
                "referral",
                referral.toString(),
                "sitting",
                number,
                "outcome",
                outcome,
                "notHeldReason",
                outcome.equals("NOT_HELD") ? "RESCHEDULED" : null));
    }

    private static Map<String, Object> held(Map<String, Object> body) {
        body.put("startedAt", Instant.now().minus(Duration.ofHours(26)).toString());
        body.put("endedAt", Instant.now().minus(Duration.ofHours(25)).toString());
        return body;
    }
}
