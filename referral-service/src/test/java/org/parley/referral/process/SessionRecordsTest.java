package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What session-service tells is read into a smaller record, and what can't be read is set aside alone. */
@ReferralService
class SessionRecordsTest {

    private static final String LOGGED = "org.parley.session.logged.v1";

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    private long sends(String type, String value) {
        return topics.named("parley.sessions.v1")
                .send(
                        "one-partition",
                        value.getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_type", type, "ce_subject", UUID.randomUUID().toString(), "ce_sequence", "1"))
                .offset();
    }

    @Test
    void setsAsideWhatItCannotReadAndPassesOverWhatIsNotForIt() {
        var precinct = Precinct.of(port, "PCT-075");
        var nypi = Center.of(port, "nypi");
        var id = precinct.posts(Precinct.noise("records")).id();
        nypi.accepts(id).is(200);
        var good = SessionService.golden().replace("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04", id.toString());

        var expected = new HashMap<Long, String>();
        expected.put(sends(LOGGED, "{"), "MALFORMED_JSON");
        expected.put(sends("org.parley.session.logged.v2", good), "UNKNOWN_TYPE");
        expected.put(sends(LOGGED, good.replace("AGREEMENT_ALL", "PEACE")), "SCHEMA");
        expected.put(sends(LOGGED, good.replace("\"outcome\"", "\"result\"")), "SCHEMA");
        expected.put(sends(LOGGED, "{\"session\": null}"), "SCHEMA");
        for (var happened : List.of("logged", "amended", "voided")) {
            sends("org.parley.micro-intervention." + happened + ".v1", "{\"microIntervention\": {\"later\": true}}");
        }
        sends(LOGGED, good.replace("\"referral\": \"" + id + "\"", "\"referral\": null"));
        sends(LOGGED, good.replace("\"sitting\": 1", "\"sitting\": 1, \"addedLater\": {\"a\": []}"));

        await().untilAsserted(
                        () -> assertThat(precinct.sees(id).text("resolution")).isEqualTo("WHOLE"));
        var letters = topics.named("parley.sessions.v1.referral-service.dlq");
        await().untilAsserted(() -> {
            var reasons = new HashMap<Long, String>();
            letters.records().forEach(letter -> {
                var headers = Topic.headers(letter);
                reasons.put(Long.parseLong(headers.getOrDefault("dlq_offset", "")), headers.get("dlq_reason"));
            });
            assertThat(reasons).isEqualTo(expected);
        });
    }

    @Test
    void anAmendedSessionIsCountedAsItIsNowAndAVoidedOneNotAtAll() {
        var precinct = Precinct.of(port, "PCT-075");
        var nypi = Center.of(port, "nypi");
        var id = precinct.posts(Precinct.noise("corrected")).id();
        nypi.accepts(id).is(200);
        var sessions = SessionService.on(topics);

        var session = sessions.tells(id, "nypi", "PROGRESS");
        sessions.amends(session, 2, id, "AGREEMENT_SOME");
        await().untilAsserted(
                        () -> assertThat(precinct.sees(id).text("resolution")).isEqualTo("PARTLY"));
        sessions.amends(session, 3, id, "NO_AGREEMENT");
        await().untilAsserted(
                        () -> assertThat(precinct.sees(id).text("resolution")).isEqualTo("NOT"));

        sessions.voids(session, 4, id);
        sessions.amends(session, 3, id, "NO_AGREEMENT");
        sessions.tells(UUID.randomUUID(), 1, id, "cms", "PROGRESS");

        await().untilAsserted(
                        () -> assertThat(nypi.history(id).each("items", "what")).endsWith("SESSION_VOIDED"));
        assertThat(precinct.sees(id).text("state")).isEqualTo("CLOSED");
        assertThat(precinct.sees(id).body().path("resolution").isNull()).isTrue();
        assertThat(nypi.sees(id).body().path("sessions")).isEmpty();
        await().untilAsserted(() -> assertThat(
                        Mail.toCommand("PCT-075", precinct.api()).hasBeenTold(id))
                .as("told the end, and again whenever it was resolved otherwise")
                .endsWith("CLOSED", "CLOSED", "CLOSED"));
    }
}
