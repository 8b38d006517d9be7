package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** Who may send people over Kafka is kept by administrators. */
@ReferralService
class IntakeSystemsTest {

    private static final String SYSTEMS = "/v1/intake/systems/";

    @LocalServerPort
    private int port;

    private Api administrator;
    private SendingSystem system;

    @BeforeEach
    void anAdministratorIsThere() {
        administrator = SendingSystem.administrator(port);
        system = SendingSystem.at(port);
    }

    private Reply puts(String client, String body) {
        return administrator.call(HttpMethod.PUT, SYSTEMS + client, body, Map.of());
    }

    @Test
    void isEnteredChangedReadAndTakenOut() {
        puts("precinct-1", system.entry("PCT-075")).is(201);
        puts("precinct-1", system.entry("PCT-075", "PCT-073")).is(200);
        var found = administrator.get(SYSTEMS + "precinct-1").is(200);
        assertThat(found.each("keys", "kid")).containsExactly("system-1");
        assertThat(found.body().path("commands").toString()).isEqualTo("[\"PCT-073\",\"PCT-075\"]");
        administrator
                .call(HttpMethod.DELETE, SYSTEMS + "precinct-1", null, Map.of())
                .is(204);
        administrator.get(SYSTEMS + "precinct-1").isProblem(404, "not-found");
        administrator
                .call(HttpMethod.DELETE, SYSTEMS + "precinct-1", null, Map.of())
                .is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"precinct-system", "coordinator", "center-system"})
    void isNobodyElsesBusiness(String role) {
        var other = new Api(port, TestIssuer.token("other", List.of(role), Map.of("command", List.of("*"))));
        other.get(SYSTEMS + "precinct-1").is(403);
        other.call(HttpMethod.PUT, SYSTEMS + "precinct-1", system.entry("PCT-075"), Map.of())
                .is(403);
        other.call(HttpMethod.DELETE, SYSTEMS + "precinct-1", null, Map.of()).is(403);
        new Api(port, "").open(SYSTEMS + "precinct-1").is(401);
    }

    @Test
    void whatBreaksARuleIsNamedAndNotStored() throws JOSEException {
        var secret = "{\"keys\": [" + system.key().toJSONString() + "], \"commands\": [\"PCT-075\"]}";
        var answer = puts("precinct-2", secret).isProblem(422, "invalid-field");
        assertThat(answer.each("errors", "field")).containsExactly("/keys/0/d");
        assertThat(answer.each("errors", "rule")).containsExactly("must be left out: it belongs to a private key");
        assertThat(answer.body().toString())
                .doesNotContain(String.valueOf(system.key().getD()));

        var weak = new RSAKeyGenerator(1024, true).keyID("weak").generate().toPublicJWK();
        var mixed = "{\"keys\": [%1$s, %1$s, %2$s], \"commands\": [\"PCT-075\"]}"
                .formatted(system.key().toPublicJWK().toJSONString(), weak.toJSONString());
        assertThat(puts("precinct-2", mixed).isProblem(422, "invalid-field").each("errors", "field"))
                .containsExactly("/keys/1/kid", "/keys/2/n");
        assertThat(puts("precinct-2", system.entry("PCT-999"))
                        .isProblem(422, "invalid-field")
                        .each("errors", "field"))
                .containsExactly("/commands/0");
        puts("precinct-2", "{\"keys\": [], \"commands\": [\"PCT-075\"]}").isProblem(422, "invalid-field");
        puts("precinct-2", "{\"keys\": [null], \"commands\": [\"PCT-075\"]}").isProblem(422, "invalid-field");
        puts("not a client", system.entry("PCT-075")).isProblem(422, "invalid-field");
        administrator.get(SYSTEMS + "precinct-2").isProblem(404, "not-found");
    }
}
