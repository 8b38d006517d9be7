package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a referral would go, and why. */
@ReferralService
class RoutingProcessTest {

    @LocalServerPort
    private int port;

    @Test
    void anybodyWhoRefersCanAskWhereAReferralWouldGo() {
        var precinct = Precinct.of(port, "PCT-075");
        var explained = precinct.api()
                .post("/v1/routing:explain", "{\"command\": \"PCT-075\", \"type\": \"NOISE\", \"asked\": [\"nypi\"]}")
                .is(200);
        assertThat(explained.text("borough")).isEqualTo("BROOKLYN");
        assertThat(explained.text("center")).isEqualTo("rhpp");
        assertThat(explained.text("deadline")).isNotEmpty();
        assertThat(explained.each("ranking", "center")).containsExactly("rhpp", "nypi", "cms");
        assertThat(explained.each("ranking", "eligible")).containsExactly("true", "false", "false");
        var inQueens = precinct.api()
                .post("/v1/routing:explain", "{\"command\": \"PCT-110\", \"type\": \"NOISE\", \"asked\": [\"cms\"]}")
                .is(200);
        assertThat(inQueens.body().path("center").isNull()).isTrue();
    }

    @Test
    void aQuestionNeedsACommandAndAType() {
        var api = Precinct.of(port, "PCT-075").api();
        api.post("/v1/routing:explain", "{\"type\": \"NOISE\"}").isProblem(422, "invalid-field");
        api.post("/v1/routing:explain", "{\"command\": \"PCT-999\", \"type\": \"NOISE\"}")
                .isProblem(422, "invalid-field");
        Center.of(port, "nypi")
                .api()
                .post("/v1/routing:explain", "{\"command\": \"PCT-075\", \"type\": \"NOISE\"}")
                .is(403);
    }
}
