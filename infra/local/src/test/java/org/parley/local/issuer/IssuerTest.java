package org.parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.local.Officers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

    @TempDir
    private static Path data;

    /** What tokens say, wherever it listens. */
    private static final String NAME = "http://issuer.example";

    private static String issuer = "";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        issuer = start(data);
    }

    @Test
    void tellsWhichCommandAPrecinctSpeaksFor() throws Exception {
        var claims = token("precinct-075").getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("precinct-075");
        assertThat(claims.getAudience()).containsExactly("parley");
        assertThat(claims.getIssuer()).isEqualTo(NAME);
        assertThat(claims.getStringListClaim("roles")).containsExactly("precinct-system");
        assertThat(claims.getStringListClaim("command")).containsExactly("PCT-075");
        assertThat(token("psa-2").getJWTClaimsSet().getStringListClaim("command"))
                .containsExactly("PSA-2");
    }

    @Test
    void theConnectorSpeaksForAllCommands() throws Exception {
        assertThat(token("connector").getJWTClaimsSet().getStringListClaim("command"))
                .containsExactly("*");
    }

    @Test
    void tellsWhichCenterAsks() throws Exception {
        for (var center : List.of("nypi", "imcr", "cms", "nycid", "demo")) {
            var claims = token("center-" + center).getJWTClaimsSet();
            assertThat(claims.getStringListClaim("roles")).containsExactly("center-system");
            assertThat(claims.getStringClaim("center")).isEqualTo(center);
        }
    }

    @Test
    void anOfficerIsAnOpaqueId() throws Exception {
        assertThat(token("officer-demo").getJWTClaimsSet().getStringClaim("officer"))
                .isEqualTo(Officers.DEMO.toString());
    }

    @Test
    void signsWithThePublishedKey() throws Exception {
        var keys = JWKSet.parse(
                send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/jwks")).build()));
        var token = token("analyst");

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void keepsItsKeyThroughARestart() throws Exception {
        assertThat(SigningKey.in(data)).isEqualTo(SigningKey.in(data));
    }

    @Test
    void logsAUserIn() throws Exception {
        var tokens = logIn("analyst", "reporting-dashboard", "http://127.0.0.1:8084");

        var identity = identity(tokens);
        assertThat(identity.getSubject()).isEqualTo("analyst");
        assertThat(identity.getAudience()).containsExactly("reporting-dashboard");
        assertThat(identity.getStringListClaim("roles")).containsExactly("analyst");
        assertThat(SignedJWT.parse(tokens.path("access_token").asString())
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly("parley");
    }

    @Test
    void saysOnThePagesOfReferralsForWhomAUserSpeaks() throws Exception {
        var staff = identity(logIn("staff-nypi", "referral-pages", "http://127.0.0.1:8083"));
        assertThat(staff.getStringListClaim("roles")).containsExactly("center-staff");
        assertThat(staff.getStringClaim("center")).isEqualTo("nypi");
    }

    @Test
    void knowsAnOfficerByTheOpaqueIdOnAPageToo() throws Exception {
        var officer = identity(logIn("officer-demo", "referral-pages", "http://127.0.0.1:8083"));
        assertThat(officer.getStringListClaim("roles")).containsExactly("officer");
        assertThat(officer.getStringListClaim("command")).containsExactly("PCT-075");
        assertThat(officer.getStringClaim("officer")).isEqualTo(Officers.DEMO.toString());
    }

    @Test
    void letsAnOfficerLogInOnThePagesOfSessions() throws Exception {
        var officer = identity(logIn("officer-demo", "session-pages", "http://127.0.0.1:8082"));
        assertThat(officer.getStringClaim("officer")).isEqualTo(Officers.DEMO.toString());
    }

    @Test
    void letsATrainerLogInOnThePagesOfTrainings() throws Exception {
        var trainer = identity(logIn("trainer-demo", "enrollment-pages", "http://127.0.0.1:8081"));
        assertThat(trainer.getStringListClaim("roles")).containsExactly("trainer");
        assertThat(trainer.getStringClaim("trainer")).isEqualTo(Officers.TRAINER_DEMO.toString());
    }

    private static JWTClaimsSet identity(JsonNode tokens) throws Exception {
        return SignedJWT.parse(tokens.path("id_token").asString()).getJWTClaimsSet();
    }

    private JsonNode logIn(String user, String client, String page) throws Exception {
        var redirect = page + "/login/oauth2/code/parley";
        var asked = get(issuer + "/oauth2/authorize?response_type=code&client_id=" + client
                + "&scope=openid&state=s&redirect_uri=" + redirect);
        var form = get(asked.headers().firstValue("Location").orElseThrow());
        var csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(csrf.find()).isTrue();
        var loggedIn = browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + user + "&password=" + user + "&_csrf=" + csrf.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var back = get(loggedIn.headers().firstValue("Location").orElseThrow())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith(redirect + "?code=");

        var code = back.replaceFirst(".*code=([^&]+).*", "$1");
        return JsonMapper.shared()
                .readTree(token(client, "grant_type=authorization_code&code=" + code + "&redirect_uri=" + redirect));
    }

    private SignedJWT token(String client) throws Exception {
        var answer = JsonMapper.shared().readTree(token(client, "grant_type=client_credentials"));
        assertThat(answer.path("expires_in").asInt()).isBetween(3_500, 3_600);
        return SignedJWT.parse(answer.path("access_token").asString());
    }

    private String token(String client, String grant) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((client + ":" + client).getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(grant))
                .build());
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String send(HttpRequest request) throws Exception {
        var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String start(Path data) {
        var context = new SpringApplicationBuilder(Issuer.class)
                .properties("spring.config.name=issuer")
                .run("--server.port=0", "--parley.data=" + data, "--parley.issuer=" + NAME);
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }
}
