package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.processes.Service;

/** Bad input over HTTP: each with its own problem document, and nothing half done. */
class HttpRefusalsIT {

    private static final String REFERRALS = "/v1/referrals";

    private final Platform platform = Platform.shared();
    private final User precinct = platform.as("precinct-075");
    private final User center = platform.as("center-nypi");
    private final String reference = Given.newReference();
    private final Map<String, Object> body = Given.referral(reference, "PCT-075");

    @Nested
    class WhatIsPosted {

        private Map<TopicPartition, Long> events;

        @BeforeEach
        void counts() {
            events = platform.topics().ends(Topics.REFERRALS);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"no JSON at all", "{\"reference\":\"x\",", "''", "{}x"})
        void isNoJson(String text) {
            precinct.post(Service.REFERRAL, REFERRALS, text).isProblem(400, "malformed-json");
            nothingHappened();
        }

        @Test
        void hasAnUnknownField() {
            body.put("narrative", "he said, she said");

            precinct.post(Service.REFERRAL, REFERRALS, body)
                    .isProblem(400, "unknown-field")
                    .about("/narrative");
            nothingHappened();
        }

        @Test
        void hasAnUnknownFieldInside() {
            var screening = new LinkedHashMap<>(Given.screening(false));
            screening.put("looksBad", true);
            body.put("screening", screening);

            precinct.post(Service.REFERRAL, REFERRALS, body)
                    .isProblem(400, "unknown-field")
                    .about("/screening/looksBad");
            nothingHappened();
        }

        @ParameterizedTest
        @CsvSource({
            "command, PCT-999",
            "command, 75",
            "type, QUARREL",
            "language, klingon-1",
            "urgency, WHENEVER",
            "contactVia, PIGEON",
            "occurredAt, 2125-01-01T00:00:00Z",
            "occurredAt, yesterday",
            "officer, Officer Smith",
            "reference, with blanks"
        })
        void hasAValueThatBreaksARule(String field, String value) {
            body.put(field, value);

            // Whoever may post for every command, so that the command's existence is what is asked.
            platform.as("connector")
                    .post(Service.REFERRAL, REFERRALS, body)
                    .isProblem(422, "invalid-field")
                    .about("/" + field);
            nothingHappened();
        }

        @ParameterizedTest
        @CsvSource({"command", "type", "occurredAt", "screening"})
        void lacksAField(String field) {
            body.remove(field);

            precinct.post(Service.REFERRAL, REFERRALS, body)
                    .isProblem(422, "invalid-field")
                    .about("/" + field);
            nothingHappened();
        }

        @Test
        void hasFiveMegabytes() {
            body.put("incidentNumber", "9".repeat(5_000_000));

            precinct.post(Service.REFERRAL, REFERRALS, body).isProblem(413, "too-large");
            nothingHappened();
        }

        @Test
        void comesWithoutAToken() {
            platform.withoutToken().post(Service.REFERRAL, REFERRALS, body).isProblem(401, "unauthenticated");
            nothingHappened();
        }

        @ParameterizedTest
        @CsvSource({
            "nonsense",
            "eyJhbGciOiJub25lIn0.eyJhdWQiOlsicGFybGV5Il0sInN1YiI6IngiLCJyb2xlcyI6WyJwcmVjaW5jdC1zeXN0ZW0iXX0."
        })
        void comesWithAWrongToken(String token) {
            platform.withToken(token).post(Service.REFERRAL, REFERRALS, body).isProblem(401, "unauthenticated");
            nothingHappened();
        }

        @Test
        void isForAnotherCommand() {
            body.put("command", "PCT-034");

            precinct.post(Service.REFERRAL, REFERRALS, body).isProblem(403, "forbidden");
            nothingHappened();
        }

        @Test
        void comesFromACenter() {
            center.post(Service.REFERRAL, REFERRALS, body).isProblem(403, "forbidden");
            nothingHappened();
        }

        private void nothingHappened() {
            assertThat(new Line(platform).find(reference)).isEmpty();
            assertThat(platform.topics().ends(Topics.REFERRALS)).isEqualTo(events);
        }
    }

    @Nested
    class WhatIsPostedAgain {

        @Test
        void isTheSameReferral() {
            var first = post();
            var again = precinct.post(Service.REFERRAL, REFERRALS, body).is(200);

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/v1/referrals/" + first.text("id"));
        }

        @Test
        void differs() {
            var first = post();
            body.put("type", "PARKING");

            precinct.post(Service.REFERRAL, REFERRALS, body).isProblem(422, "key-reused");
            assertThat(read(first.text("id")).body()).isEqualTo(first.body());
        }
    }

    @Test
    void anArrestIsScreenedOutAndNoError() {
        body.put("screening", Given.screening(true));

        var answer = precinct.post(Service.REFERRAL, REFERRALS, body).is(201);

        assertThat(answer.text("state")).isEqualTo("SCREENED_OUT");
        assertThat(answer.text("screenedOutFor")).isEqualTo("ARREST_MADE");
        assertThat(answer.body().path("offeredTo").isNull()).isTrue();
        assertThat(new Line(platform).offersByReferral()).doesNotContainKey(answer.text("id"));
    }

    @Test
    void anotherPrecinctsReferralIsNotThere() {
        var id = post().text("id");
        var other = platform.as("precinct-034");

        other.get(Service.REFERRAL, REFERRALS + "/" + id).isProblem(404, "not-found");
        other.post(Service.REFERRAL, REFERRALS + "/" + id + "/withdraw", Map.of("reason", "RESOLVED"))
                .isProblem(404, "not-found");
        assertThat(other.get(Service.REFERRAL, REFERRALS + "?reference=" + reference)
                        .is(200)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(read(id).text("state")).isEqualTo("OFFERED");
    }

    @Nested
    class ACenter {

        private final Answer posted = post();
        private final String id = posted.text("id");

        @Test
        void cannotAcceptWhatWasNotOfferedToIt() {
            accept("cms").isProblem(404, "not-found");
            accept("nypi", "cms").isProblem(404, "not-found");
            isStill("OFFERED");
        }

        @Test
        void cannotAcceptWhatIsNotThere() {
            center.post(Service.REFERRAL, desk("nypi", UUID.randomUUID().toString()) + "/accept", Map.of())
                    .isProblem(404, "not-found");
        }

        @Test
        void mayAcceptTwice() {
            var first = accept("nypi").is(200);

            assertThat(accept("nypi").is(200).body()).isEqualTo(first.body());
            isStill("ACCEPTED");
        }

        @Test
        void cannotAcceptWhatItDeclined() {
            center.post(Service.REFERRAL, desk("nypi", id) + "/decline", Map.of("reason", "NO_CAPACITY"))
                    .is(200);
            var after = read(id).body();

            accept("nypi").isProblem(409, "offer-over");
            assertThat(read(id).body()).isEqualTo(after);
        }

        @Test
        void cannotAcceptWhatThePrecinctWithdrew() {
            precinct.post(Service.REFERRAL, REFERRALS + "/" + id + "/withdraw", Map.of("reason", "RESOLVED"))
                    .is(200);

            accept("nypi").isProblem(409, "offer-over");
            isStill("WITHDRAWN");
        }

        @Test
        void cannotActOnAnOlderVersion() {
            center.post(Service.REFERRAL, desk("nypi", id) + "/accept", Map.of(), "If-Match", "\"999\"")
                    .isProblem(412, "version-mismatch");
            isStill("OFFERED");
            var version = "\"" + posted.body().path("version").asString() + "\"";
            center.post(Service.REFERRAL, desk("nypi", id) + "/accept", Map.of(), "If-Match", version)
                    .is(200);
        }

        @Test
        void cannotDeclineForAReasonOfItsOwn() {
            center.post(Service.REFERRAL, desk("nypi", id) + "/decline", Map.of("reason", "BAD_MOOD"))
                    .isProblem(422, "invalid-field")
                    .about("/reason");
            isStill("OFFERED");
        }

        private Answer accept(String who) {
            return accept(who, who);
        }

        private Answer accept(String desk, String who) {
            return platform.as("center-" + who).post(Service.REFERRAL, desk(desk, id) + "/accept", Map.of());
        }

        private void isStill(String state) {
            assertThat(read(id).text("state")).isEqualTo(state);
        }
    }

    @Nested
    class ASession {

        private final String path = "/v1/sessions/" + UUID.randomUUID();
        private final Map<String, Object> session = Given.agreementOf("nypi", null, "PCT-075");

        @Test
        void isLoggedOnce() {
            var first = center.put(Service.SESSION, path, session).is(201);
            assertThat(center.put(Service.SESSION, path, session).is(200).body())
                    .isEqualTo(first.body());

            session.put("outcome", "NO_AGREEMENT");
            var refused = center.put(Service.SESSION, path, session);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(center.get(Service.SESSION, path).is(200).body()).isEqualTo(first.body());
        }

        @Test
        void hasNoPlaceForWords() {
            session.put("notes", "what was said");

            center.put(Service.SESSION, path, session)
                    .isProblem(400, "unknown-field")
                    .about("/notes");
            center.get(Service.SESSION, path).isProblem(404, "not-found");
        }

        @Test
        void isNotLoggedByAPrecinct() {
            precinct.put(Service.SESSION, path, session).isProblem(403, "forbidden");
        }
    }

    private Answer post() {
        return precinct.post(Service.REFERRAL, REFERRALS, body).is(201);
    }

    private Answer read(String id) {
        return precinct.get(Service.REFERRAL, REFERRALS + "/" + id).is(200);
    }

    private static String desk(String center, String referral) {
        return "/v1/centers/" + center + "/referrals/" + referral;
    }
}
