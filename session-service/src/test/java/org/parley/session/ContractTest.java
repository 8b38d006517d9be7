package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.starter.codes.CodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service tells is, to the letter, what the contracts show. */
class ContractTest {

    private static final UUID SESSION = UUID.fromString("c2d4e6f8-1a3b-4c5d-9e7f-0a2b4c6d8e05");
    private static final UUID MICRO_INTERVENTION = UUID.fromString("a1b3c5d7-9e0f-4a2b-8c4d-6e8f0a1b3c06");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void tellsOfASessionAsInTheExamples() {
        var center = new Actor("center-system", "center-nypi");
        var findings = new Session.Findings(CertificateCheck.NOT_REQUIRED, ReferralMatch.PENDING);
        var matched = new Session.Findings(CertificateCheck.NOT_REQUIRED, ReferralMatch.MATCHED);
        var logged = Session.logged(Logs.session(Logs.mediationOfNypi()), "BROOKLYN", findings, center, Logs.NOW);
        var amended = logged.amended(
                Logs.session(Logs.mediationOfNypi("outcome", "AGREEMENT_SOME")),
                "BROOKLYN",
                matched,
                Change.amended(center, Logs.NOW));
        var voided = amended.voided(VoidReason.DUPLICATE, Change.voided(center, VoidReason.DUPLICATE, Logs.NOW));

        assertThat(List.of(logged, amended, voided))
                .allSatisfy(session -> assertThat(JSON.<JsonNode>valueToTree(Session.Told.of(SESSION, session)))
                        .isEqualTo(contract("examples/" + session.fact(SESSION).type())));
        assertThat(Stream.of(logged, amended, voided)
                        .map(log -> log.fact(SESSION).type()))
                .containsExactly(
                        "org.parley.session.logged.v1",
                        "org.parley.session.amended.v1",
                        "org.parley.session.voided.v1");
    }

    @Test
    void tellsOfAMicroInterventionAsInTheExamples() {
        var officer = new Actor("officer", Logs.OFFICER.toString());
        var at = Instant.parse("2026-11-22T21:16:00Z");
        var logged = MicroIntervention.logged(Logs.microIntervention(Logs.calmedNeighbors()), "BROOKLYN", officer, at);
        var amended = logged.amended(
                Logs.microIntervention(Logs.calmedNeighbors("type", "NOISE", "arrestWasLikely", false)),
                "BROOKLYN",
                Change.amended(officer, at));
        var voided = amended.voided(VoidReason.WRONG_OFFICER, Change.voided(officer, VoidReason.WRONG_OFFICER, at));

        assertThat(List.of(logged, amended, voided))
                .allSatisfy(log -> assertThat(
                                JSON.<JsonNode>valueToTree(MicroIntervention.Told.of(MICRO_INTERVENTION, log)))
                        .isEqualTo(contract(
                                "examples/" + log.fact(MICRO_INTERVENTION).type())));
        assertThat(Stream.of(logged, amended, voided)
                        .map(log -> log.fact(SESSION).type()))
                .containsExactly(
                        "org.parley.micro-intervention.logged.v1",
                        "org.parley.micro-intervention.amended.v1",
                        "org.parley.micro-intervention.voided.v1");
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
        assertThat(names(ReferralMatch.values())).isEqualTo(texts(words.at("/session/properties/referralMatch/enum")));
        assertThat(names(VoidReason.values())).isEqualTo(texts(words.at("/voidReason/enum")));
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
