package org.parley.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

@ParleyTest(properties = "parley.web.requests-per-second=2")
class RequestLimitTest {

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> asks(String client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/nothing"))
                .header("Authorization", "Bearer " + TestIssuer.token(client, List.of("maker"), Map.of()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        for (var n = 0; n < 40; n++) {
            answers.add(asks("hasty"));
        }
        assertThat(answers.subList(0, 4)).allMatch(answer -> answer.statusCode() == 404);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                    assertThat(answer.body()).contains("urn:parley:problem:too-many-requests");
                });
        assertThat(asks("patient").statusCode()).isEqualTo(404);
    }
}
