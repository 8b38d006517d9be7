package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.starter.codes.CodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service tells is, to the letter, what the contracts show. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void tellsOfASessionAsInTheExample() {
        var session =
                new Session(Logs.session(Logs.mediationOfNypi()), "BROOKLYN", CertificateCheck.NOT_REQUIRED, Logs.NOW);
        var logged = Session.Logged.by(
                new Actor("center-system", "center-nypi"),
                UUID.fromString("c2d4e6f8-1a3b-4c5d-9e7f-0a2b4c6d8e05"),
                session);
        assertThat(JSON.<JsonNode>valueToTree(logged)).isEqualTo(contract("examples/" + Session.Logged.TYPE));
    }

    @Test
    void tellsOfAMicroInterventionAsInTheExample() {
        var microIntervention = new MicroIntervention(
                Logs.microIntervention(Logs.calmedNeighbors()), "BROOKLYN", Instant.parse("2026-11-22T21:16:00Z"));
        var logged = MicroIntervention.Logged.by(
                new Actor("officer", Logs.OFFICER.toString()),
                UUID.fromString("a1b3c5d7-9e0f-4a2b-8c4d-6e8f0a1b3c06"),
                microIntervention);
        assertThat(JSON.<JsonNode>valueToTree(logged)).isEqualTo(contract("examples/" + MicroIntervention.Logged.TYPE));
    }

    @Test
    void usesTheWordsOfTheContractsAndAllOfThem() {
        var words = contract("schemas/common").at("/$defs");
        assertThat(CodeList.of("dispute-types").codes())
                .containsExactlyInAnyOrderElementsOf(names(DisputeType.values()));
        assertThat(names(DisputeType.values())).isEqualTo(texts(words.at("/disputeType/enum")));
        assertThat(names(Technique.values())).isEqualTo(texts(words.at("/techniques/items/enum")));
        assertThat(names(SessionOutcome.values())).isEqualTo(texts(words.at("/outcome/enum")));
        assertThat(names(NotHeldReason.values())).isEqualTo(texts(words.at("/session/properties/notHeldReason/enum")));
        assertThat(names(SessionKind.values())).isEqualTo(texts(words.at("/session/properties/kind/enum")));
        assertThat(names(CertificateCheck.values())).isEqualTo(texts(words.at("/session/properties/certificate/enum")));
        assertThat(names(MicroInterventionOutcome.values()))
                .isEqualTo(texts(words.at("/microIntervention/properties/outcome/enum")));
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static List<String> texts(JsonNode words) {
        return words.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode contract(String name) {
        try (var in = ContractTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
