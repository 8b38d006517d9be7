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

    private final Directory directory = Directory.read(new InputStreamReader(
            Objects.requireNonNull(getClass().getResourceAsStream("/centers.csv")), StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({"BROOKLYN, nypi", "MANHATTAN, nypi", "BRONX, imcr", "QUEENS, cms", "STATEN_ISLAND, nycid"})
    void asksTheCenterOfTheBorough(String borough, String center) {
        var choice = directory.next(borough, Set.of()).orElseThrow();
        assertThat(choice.center().id()).isEqualTo(center);
        assertThat(choice.why()).containsExactly("serves " + borough);
    }

    @Test
    void asksNobodyTwice() {
        assertThat(directory.next("QUEENS", Set.of("cms"))).isEmpty();
    }

    @Test
    void asksTheNextOfTheBorough() {
        var two = TwoCenters.directory();
        assertThat(two.next("BROOKLYN", Set.of("nypi")).orElseThrow().center().id())
                .isEqualTo("rhpp");
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
                assertThat(directory
                                .next(borough, Set.of())
                                .orElseThrow()
                                .center()
                                .id())
                        .isEqualTo(center);
            }
        });
    }
}
