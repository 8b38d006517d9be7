package org.parley.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void everyPartHasItsUsualPort() {
        var settings = Settings.of(ROOT, Map.of());

        assertThat(settings.parts()).containsExactly(Part.values());
        assertThat(settings.address(Part.REPORTING)).isEqualTo("http://127.0.0.1:8084");
        assertThat(settings.home()).isEqualTo(ROOT.resolve("infra/.local"));
    }

    @Test
    void environmentMovesAPartToAnotherPort() {
        var settings = Settings.of(ROOT, Map.of("PARLEY_PORT_KAFKA", "19092", "PARLEY_PORT_STORE", " "));

        assertThat(settings.brokerAddress()).isEqualTo("127.0.0.1:19092");
        assertThat(settings.storeAddress()).isEqualTo("mongodb://127.0.0.1:27017");
    }

    @Test
    void namedServersTakeThePlaceOfOurParts() {
        var settings = Settings.of(
                ROOT, Map.of("PARLEY_MONGODB_URI", "mongodb://db.example/?w=majority", "PARLEY_KAFKA", "k.example:9"));

        assertThat(settings.parts()).doesNotContain(Part.STORE, Part.BROKER).contains(Part.ISSUER);
        assertThat(settings.storeAddress()).isEqualTo("mongodb://db.example/?w=majority");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Settings.of(ROOT, Map.of("PARLEY_PORT_ISSUER", "http")))
                .isInstanceOf(Stop.class)
                .hasMessage("PARLEY_PORT_ISSUER is not a port: http");
    }

    @Test
    void namesEveryTakenPortAndTheSettingThatMovesIt() throws Exception {
        try (var first = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var second = new ServerSocket(0)) {
            var environment = new HashMap<String, String>();
            for (var part : Part.values()) {
                environment.put(part.setting(), Integer.toString(Ports.free(20_000 + part.ordinal() * 100)));
            }
            environment.put("PARLEY_PORT_REFERRAL", Integer.toString(first.getLocalPort()));
            environment.put("PARLEY_PORT_KAFKA", Integer.toString(second.getLocalPort()));

            assertThatThrownBy(() -> Ports.check(Settings.of(ROOT, environment)))
                    .isInstanceOf(Stop.class)
                    .hasMessageContaining("Port %d (referral) is taken".formatted(first.getLocalPort()))
                    .hasMessageContaining("PARLEY_PORT_REFERRAL=")
                    .hasMessageContaining("Port %d (broker) is taken".formatted(second.getLocalPort()))
                    .hasMessageContaining("PARLEY_PORT_KAFKA=")
                    .hasMessageNotContaining("PARLEY_PORT_ISSUER");
        }
    }

    @Test
    void findsTheHostsOfANamedServer() {
        assertThat(NamedServers.hosts("mongodb://user:p%40ss@a.example:27017,b.example/parley?w=majority"))
                .containsExactly("a.example:27017", "b.example");
        assertThat(NamedServers.hosts("k1:9092,k2:9092")).containsExactly("k1:9092", "k2:9092");
    }

    @Test
    void saysWhenANamedServerDoesNotAnswer() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var settings = Settings.of(ROOT, Map.of("PARLEY_KAFKA", "127.0.0.1:" + closed));

        assertThatThrownBy(() -> NamedServers.check(settings))
                .isInstanceOf(Stop.class)
                .hasMessage("PARLEY_KAFKA names 127.0.0.1:%d, and nothing answers there.", closed);
    }
}
