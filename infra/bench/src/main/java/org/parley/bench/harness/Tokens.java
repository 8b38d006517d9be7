package org.parley.bench.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens of the issuer's test clients; the secret of each is its id. */
final class Tokens {

    private Tokens() {}

    static String of(URI issuer, String client) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
        try (var connection = new Connection(issuer)) {
            var head = connection.head(
                    "POST",
                    "/oauth2/token",
                    "Authorization",
                    "Basic " + basic,
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            var answer = connection.send(head, "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII));
            VoidRun.unless(answer.status() == 200, "no token for %s: %s", client, answer.text());
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString();
        } catch (IOException e) {
            throw new VoidRun("no token for " + client, e);
        }
    }
}
