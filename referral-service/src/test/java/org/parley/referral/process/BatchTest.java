package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many referrals in one request. */
@ReferralService
class BatchTest {

    private static final String BATCH = "/v1/referrals:batch";

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    private static String batch(List<String> items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    @Test
    void eachIsAnsweredForItselfAndNoneHoldsUpAnother() {
        var precinct = Precinct.of(port, "PCT-075");
        precinct.posts(Precinct.noise("batch-known")).is(201);
        var answers = precinct.api()
                .post(
                        BATCH,
                        batch(List.of(
                                Precinct.noise("batch-1"),
                                Precinct.noise("batch-2").replace("NOISE", "SHOUTING"),
                                Precinct.noise("batch-1"),
                                Precinct.noise("batch-1").replace("NOISE", "PETS"),
                                Precinct.noise("batch-known"),
                                Precinct.noise("batch-3").replace("PCT-075", "PCT-073"),
                                Precinct.noise("batch-4").replace("\"reference\"", "\"ref\""),
                                "\"what\"",
                                Precinct.noise("batch-5"))))
                .is(200);
        assertThat(answers.each("items", "status"))
                .containsExactly("201", "422", "200", "422", "200", "403", "400", "422", "201");
        var items = answers.body().path("items");
        assertThat(items.get(1)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("/type");
        assertThat(items.get(2).path("referral").path("id"))
                .isEqualTo(items.get(0).path("referral").path("id"));
        precinct.finds("batch-2")
                .is(200)
                .each("items", "id")
                .forEach(id -> assertThat(id).isEmpty());
        var last = UUID.fromString(items.get(8).path("referral").path("id").asString());
        await().untilAsserted(
                        () -> assertThat(Events.on(topics).happenedTo(last)).containsExactly("submitted", "offered"));
    }

    @Test
    void fiveHundredGoInAtOnceAndNoMore() {
        var precinct = Precinct.of(port, "PCT-075");
        var many = IntStream.range(0, 500)
                .mapToObj(n -> Precinct.noise("many-" + n))
                .toList();
        assertThat(precinct.api().post(BATCH, batch(many)).is(200).each("items", "status"))
                .isEqualTo(Collections.nCopies(500, "201"));
        assertThat(precinct.api().post(BATCH, batch(many)).is(200).each("items", "status"))
                .isEqualTo(Collections.nCopies(500, "200"));
        var tooMany = Collections.nCopies(501, "{}");
        precinct.api().post(BATCH, batch(tooMany)).isProblem(422, "invalid-field");
        precinct.api().post(BATCH, "{\"items\": []}").isProblem(422, "invalid-field");
        precinct.api().post(BATCH, "{}").isProblem(422, "invalid-field");
        Center.of(port, "nypi").api().post(BATCH, batch(many)).is(403);
    }
}
