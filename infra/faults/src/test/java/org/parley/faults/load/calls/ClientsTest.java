package org.parley.faults.load.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.faults.load.calls.FakePlatform.DROP;
import static org.parley.faults.load.calls.FakePlatform.HANG;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import org.parley.processes.FreePort;
import org.parley.processes.Service;
import tools.jackson.databind.json.JsonMapper;

class ClientsTest {

    private static final Ask ASK = new Ask(
            "deed-1",
            "precinct-075",
            Deed.POST_REFERRAL,
            "ref-1",
            JsonMapper.shared().createObjectNode());
    private static final Request REQUEST = Request.post(Service.REFERRAL, "/v1/referrals", ASK.body());
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(400), Duration.ofSeconds(3), Duration.ofMillis(500));
    private static final Patience NONE =
            new Patience(Duration.ofMillis(400), Duration.ofMillis(1), Duration.ofMillis(500));

    private final List<Asked> history = Collections.synchronizedList(new ArrayList<>());
    private final Stage stage = new Stage();

    @Test
    void anAnswerIsBelieved() throws IOException {
        assertThat(told(201)).isEqualTo(Told.DONE);
        assertThat(told(422)).isEqualTo(Told.REFUSED);
    }

    @Test
    void whatGotNoAnswerIsAskedAgain() throws IOException {
        assertThat(told(DROP, 503, 408, HANG, 200)).isEqualTo(Told.DONE);
        assertThat(history.getFirst().attempts()).isEqualTo(5);
        assertThat(history.getFirst().answer().path("said").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {DROP, HANG, 408, 500, 503})
    void aRefusalAfterWhatMayHaveHappenedProvesNothing(int first) throws IOException {
        assertThat(told(first, 409)).isEqualTo(Told.UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void aRefusalAfterWhatCantHaveHappenedIsOne(int first) throws IOException {
        assertThat(told(first, 409)).isEqualTo(Told.REFUSED);
        assertThat(history.getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void anotherTokenIsFetchedWhenOneIsNotTaken() throws IOException {
        try (var platform = new FakePlatform(200, 401, 200)) {
            assertThat(ask(platform.doors(), SHORT).attempts()).isEqualTo(1);
            assertThat(platform.tokens).hasValue(1);
            try (var clients = new Clients(platform.doors(), SHORT, 8, stage, history::add)) {
                clients.ask(ASK, REQUEST);
                clients.ask(ASK, REQUEST);
            }
            assertThat(platform.tokens).hasValue(3);
        }
    }

    @Test
    void aDeadCopyIsPassedOver() throws IOException {
        try (var platform = new FakePlatform(409)) {
            var dead = URI.create("http://127.0.0.1:" + FreePort.any());
            var asked = ask(platform.doors(List.of(dead, platform.address())), SHORT);
            assertThat(asked.told()).isEqualTo(Told.REFUSED);
            assertThat(asked.attempts()).isEqualTo(2);
            assertThat(platform.requests).hasValue(1);
        }
    }

    @Test
    void nobodyAsksTwiceBehindOurBack() throws IOException {
        try (var platform = new FakePlatform(200, DROP, DROP, 200)) {
            try (var clients = new Clients(platform.doors(), SHORT, 8, stage, history::add)) {
                clients.ask(ASK, REQUEST);
                assertThat(clients.ask(ASK, Request.put(Service.SESSION, "/v1/sessions/1", ASK.body()))
                                .attempts())
                        .isEqualTo(3);
            }
            assertThat(platform.requests).hasValue(4);
        }
    }

    @Test
    void patienceEnds() throws IOException {
        try (var platform = new FakePlatform(DROP)) {
            var asked = ask(platform.doors(), NONE);
            assertThat(asked.told()).isEqualTo(Told.UNCERTAIN);
            assertThat(asked.status()).isZero();
            assertThat(asked.answer().isMissingNode()).isTrue();
        }
    }

    @Test
    void aSilentBrokerLeavesItOpen() throws IOException {
        try (var platform = new FakePlatform();
                var clients = new Clients(platform.doors(), NONE, 8, stage, history::add)) {
            assertThat(clients.send(ASK).told()).isEqualTo(Told.UNCERTAIN);
        }
    }

    @Test
    void nothingBeginsWhenItIsOver() throws IOException {
        try (var platform = new FakePlatform();
                var clients = new Clients(platform.doors(), SHORT, 8, stage, history::add)) {
            stage.close(Duration.ofSeconds(1));
            assertThatThrownBy(() -> clients.ask(ASK, REQUEST)).isInstanceOf(Over.class);
            assertThat(history).isEmpty();
            assertThat(platform.requests).hasValue(0);
        }
    }

    @Test
    void everyDeedIsWrittenDownOnce() throws IOException {
        assertThat(told(DROP, DROP, 200)).isEqualTo(Told.DONE);
        assertThat(history).hasSize(1);
        assertThat(history.getFirst().subject()).isEqualTo("ref-1");
        assertThat(history.getFirst().ended()).isAfter(history.getFirst().began());
    }

    private Told told(int... answers) throws IOException {
        history.clear();
        try (var platform = new FakePlatform(Arrays.stream(answers).boxed().toArray(Integer[]::new))) {
            return ask(platform.doors(), SHORT).told();
        }
    }

    private Asked ask(Doors doors, Patience patience) {
        try (var clients = new Clients(doors, patience, 8, stage, history::add)) {
            return clients.ask(ASK, REQUEST);
        }
    }
}
