package org.parley.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.starter.codes.CodeList;

class DirectoryTest {

    private final Directory directory = new Directory(CenterFile.read(new InputStreamReader(
            Objects.requireNonNull(getClass().getResourceAsStream("/centers.csv")), StandardCharsets.UTF_8)));

    private final Router router = new Router(directory, new Loads());

    private static Matter noise(String borough) {
        return new Matter(borough, "PCT-001", "NOISE", "en");
    }

    @ParameterizedTest
    @CsvSource({"BROOKLYN, nypi", "MANHATTAN, nypi", "BRONX, imcr", "QUEENS, cms", "STATEN_ISLAND, nycid"})
    void asksTheCenterOfTheBorough(String borough, String center) {
        assertThat(router.next(noise(borough), Set.of()).orElseThrow().center().id())
                .isEqualTo(center);
    }

    @Test
    void knowsTheCentersOfTheContracts() {
        var listed = CodeList.of("centers");
        assertThat(directory.ids()).containsExactlyInAnyOrderElementsOf(listed.codes());
        listed.codes().forEach(center -> {
            var boroughs = Objects.requireNonNull(
                            listed.find(center).orElseThrow().get("boroughs"))
                    .split(" ");
            for (var borough : boroughs) {
                assertThat(router.next(noise(borough), Set.of())
                                .orElseThrow()
                                .center()
                                .id())
                        .isEqualTo(center);
            }
        });
    }
}
