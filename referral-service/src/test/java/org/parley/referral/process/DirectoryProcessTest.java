package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;

/** The centers there are, kept by coordinators. Staten Island has none here until somebody enters one. */
@ReferralService
@DirtiesContext // it enters centers, which others would be referred to
class DirectoryProcessTest {

    private static final String CENTERS = "/v1/directory/centers/";
    private static final String NYCID = """
            {"name": "New York Center for Interpersonal Development", "boroughs": ["STATEN_ISLAND"],
             "languages": ["en"], "weeklyCapacity": 12, "zone": "America/New_York",
             "hours": [{"day": "MONDAY", "opens": "09:00", "closes": "17:00"},
                       {"day": "TUESDAY", "opens": "12:00", "closes": "20:00"}],
             "closed": ["2026-12-25"], "contact": {"website": "https://nycid.org"}}
            """;

    @LocalServerPort
    private int port;

    private Coordinator coordinator;

    @BeforeEach
    void aCoordinatorIsThere() {
        coordinator = Coordinator.of(port);
    }

    private Reply puts(String id, String body) {
        return coordinator.api().call(HttpMethod.PUT, CENTERS + id, body, Map.of());
    }

    private static String wouldGoTo(Coordinator coordinator) {
        return coordinator
                .api()
                .post("/v1/routing:explain", "{\"command\": \"PCT-120\", \"type\": \"NOISE\"}")
                .is(200)
                .text("center");
    }

    @Test
    void aCenterIsEnteredAskedAndSuspended() {
        puts("nycid", NYCID).is(201);
        puts("nycid", NYCID).is(200);
        assertThat(wouldGoTo(coordinator)).isEqualTo("nycid");
        var known = coordinator.api().get(CENTERS + "nycid").is(200);
        assertThat(known.body().path("weeklyCapacity").asInt()).isEqualTo(12);
        assertThat(known.body().path("hours").get(1).path("opens").asString()).isEqualTo("12:00:00");

        puts("nycid", NYCID.replace("\"weeklyCapacity\": 12", "\"accepting\": false"))
                .is(200);
        assertThat(wouldGoTo(coordinator)).isEmpty();
        assertThat(coordinator.api().get("/v1/directory/centers").each("items", "id"))
                .contains("nypi", "rhpp", "cms", "nycid");
    }

    @Test
    void onlyTheVersionThatWasSeenIsChanged() {
        var etag = coordinator.api().get(CENTERS + "cms").is(200).etag();
        var cms = NYCID.replace("STATEN_ISLAND", "QUEENS");
        coordinator
                .api()
                .call(HttpMethod.PUT, CENTERS + "cms", cms, Map.of("If-Match", etag))
                .is(200);
        coordinator
                .api()
                .call(HttpMethod.PUT, CENTERS + "cms", cms, Map.of("If-Match", etag))
                .isProblem(412, "version-mismatch");
    }

    @Test
    void onlyThoseWhoKeepItChangeIt() {
        var nypi = Center.of(port, "nypi").api();
        nypi.call(HttpMethod.PUT, CENTERS + "nypi", NYCID, Map.of()).is(403);
        nypi.get(CENTERS + "nypi").is(200);
        nypi.get(CENTERS + "nobody").isProblem(404, "not-found");
        new Api(port, "").open(CENTERS + "nypi").is(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"STATEN_ISLAND\"|\"ATLANTIS\"|/boroughs",
                "[\"STATEN_ISLAND\"]|[]|/boroughs",
                "\"weeklyCapacity\": 12|\"weeklyCapacity\": 0|/weeklyCapacity",
                "\"weeklyCapacity\": 12|\"commands\": [\"PCT-001\"]|/commands",
                "\"weeklyCapacity\": 12|\"types\": [\"SHOUTING\"]|/types",
                "America/New_York|America/Nowhere|/zone",
                "\"closes\": \"20:00\"|\"closes\": \"12:30\"|/hours/1/closes",
                "TUESDAY|MONDAY|/hours/1/day",
                "https://nycid.org|ftp://nycid.org|/contact/website",
            })
    void whatBreaksARuleIsRefused(String good, String bad, String field) {
        var answer = puts("nycid", NYCID.replace(good, bad)).isProblem(422, "invalid-field");
        assertThat(answer.each("errors", "field").getFirst()).startsWith(field);
    }

    @Test
    void anIdIsAWordOfItsOwn() {
        puts("coordination", NYCID).isProblem(422, "invalid-field");
        puts("N", NYCID).isProblem(422, "invalid-field");
    }

    @Test
    void everyCopyLearnsOfAChange() {
        var scope = Backing.newScope();
        try (var one = Copies.start(scope, "parley.referral.directory-poll=20ms");
                var other = Copies.start(scope, "parley.referral.directory-poll=20ms")) {
            var there = Coordinator.of(Copies.port(other));
            assertThat(wouldGoTo(there)).isEqualTo("nycid");
            Coordinator.of(Copies.port(one))
                    .api()
                    .call(
                            HttpMethod.PUT,
                            CENTERS + "nycid",
                            NYCID.replace("12,", "12, \"accepting\": false,"),
                            Map.of())
                    .is(200);
            await().untilAsserted(() -> assertThat(wouldGoTo(there)).isEmpty());
            assertThat(List.of(one, other)).allMatch(copy -> copy.isRunning());
        }
    }
}
