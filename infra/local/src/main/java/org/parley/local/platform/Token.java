package org.parley.local.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** {@code infra/token CLIENT}: what the client gets from the issuer; its secret is its id. */
final class Token {

    private Token() {}

    static String of(String client, String issuer) throws IOException {
        var request =
                (HttpURLConnection) URI.create(issuer + "/oauth2/token").toURL().openConnection();
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setConnectTimeout(5_000);
        request.setReadTimeout(15_000);
        request.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        request.setRequestProperty(
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8)));
        try {
            request.getOutputStream().write("grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
            var status = request.getResponseCode();
            if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw new Stop("There is no test client %s. There are: connector, analyst, coordinator, administrator,"
                                .formatted(client)
                        + " officer-demo, trainer-demo, center-nypi, center-imcr, center-cms, center-nycid, center-demo,"
                        + " and one for every command,"
                        + " as precinct-075 or psa-2.");
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new Stop("The issuer answers " + status + ".");
            }
            return JsonMapper.shared()
                    .readTree(request.getInputStream())
                    .get("access_token")
                    .asString();
        } catch (ConnectException e) {
            throw new Stop("No issuer answers at " + issuer + ". infra/up starts it.");
        }
    }
}
