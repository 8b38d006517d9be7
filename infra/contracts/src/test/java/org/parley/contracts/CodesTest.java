package org.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CodesTest {

    private final JsonNode common = Contracts.schemaText("common").path("$defs");

    @Test
    void listsThePrecinctsAndThePoliceServiceAreas() {
        var commands = Contracts.codes("commands");

        assertThat(commands)
                .filteredOn(command -> command.getField("kind").equals("PRECINCT"))
                .hasSize(78)
                .allMatch(command -> command.getField("code").matches("PCT-\\d{3}"));
        assertThat(commands)
                .filteredOn(command -> command.getField("kind").equals("PSA"))
                .hasSize(9)
                .allMatch(command -> command.getField("code").matches("PSA-\\d"));
        assertThat(commands).extracting(command -> command.getField("code")).doesNotHaveDuplicates();
        assertThat(commands)
                .extracting(command -> command.getField("borough"))
                .containsAll(codesOf("boroughs"))
                .isSubsetOf(codesOf("boroughs"));
    }

    @Test
    void knowsThatThe116thIsYoung() {
        assertThat(Contracts.codes("commands"))
                .filteredOn(command -> !command.getField("valid_from").isEmpty())
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.getField("code")).isEqualTo("PCT-116");
                    assertThat(command.getField("valid_from")).isEqualTo("2024-12-18");
                });
    }

    @Test
    void everyBoroughHasOneCenter() {
        List<String> served = Contracts.codes("centers").stream()
                .flatMap(center -> Arrays.stream(center.getField("boroughs").split(" ")))
                .toList();

        assertThat(served).containsExactlyInAnyOrderElementsOf(codesOf("boroughs"));
    }

    @ParameterizedTest
    @CsvSource({
        "boroughs, /borough",
        "dispute-types, /disputeType",
        "close-reasons, /referral/properties/closeReason",
        "screening-stops, /referral/properties/screenedOutFor"
    })
    void schemaAndListNameTheSameCodes(String list, String schema) {
        var words = new ArrayList<String>();
        for (JsonNode word : common.at(schema).path("enum")) {
            if (!word.isNull()) {
                words.add(word.asString());
            }
        }
        assertThat(words).isNotEmpty().isEqualTo(codesOf(list));
    }

    @ParameterizedTest
    @CsvSource({
        "languages, /language",
        "commands, /command",
        "centers, /center",
        "decline-reasons, /code",
        "withdraw-reasons, /code",
        "hold-reasons, /code",
        "transfer-reasons, /code",
        "error-reasons, /code",
        "training-cancel-reasons, /code",
        "enrollment-withdraw-reasons, /code",
        "enrollment-decline-reasons, /code",
        "revocation-reasons, /code"
    })
    void codesFitTheirPattern(String list, String schema) {
        var pattern = common.at(schema).path("pattern").asString();

        assertThat(codesOf(list)).isNotEmpty().doesNotHaveDuplicates().allMatch(code -> code.matches(pattern));
    }

    private static List<String> codesOf(String list) {
        return Contracts.codes(list).stream().map(row -> row.getField("code")).toList();
    }
}
