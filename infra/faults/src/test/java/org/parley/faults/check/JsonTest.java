package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class JsonTest {

    @Test
    void takesNullAndMissingForTheSame() {
        assertThat(Json.same(MissingNode.getInstance(), at("{'a': null}"))).isTrue();
        assertThat(Json.same(Story.json("{'a': 8, 'b': null}"), Story.json("{'a': 8.0}")))
                .isTrue();
        assertThat(Json.same(at("{'a': false}"), at("{'a': null}"))).isFalse();
    }

    @Test
    void comparesInstantsByTheMillisecond() {
        assertThat(Json.same(at("{'a': '2026-11-23T15:00:00Z'}"), at("{'a': '2026-11-23T15:00:00.0004Z'}")))
                .isTrue();
        assertThat(Json.same(at("{'a': '2026-11-23T15:00:00Z'}"), at("{'a': '2026-11-23T15:00:00.001Z'}")))
                .isFalse();
        assertThat(Json.instant(Story.json("{'a': '2026-11-23T15:00:00.001Z'}"), "a"))
                .isEqualTo(Instant.parse("2026-11-23T15:00:00.001Z"));
        assertThat(Json.instant(Story.json("{'a': 'soon'}"), "a")).isNull();
        assertThat(Json.instant(Story.json("{'a': '0123456789Tomorrow, Z'}"), "a"))
                .isNull();
    }

    @Test
    void keepsTheOrderOfAListButNotOfASet() {
        assertThat(Json.same(at("{'a': [1, 2]}"), at("{'a': [2, 1]}"))).isFalse();
        assertThat(Json.sameSet(at("{'a': [1, 2]}"), at("{'a': [2, 1, 1]}"))).isTrue();
        assertThat(Json.sameSet(at("{'a': [1, 2]}"), at("{'a': [1, 3]}"))).isFalse();
        assertThat(Json.sameSet(at("{'a': 'x'}"), at("{'a': 'y'}"))).isFalse();
        assertThat(Json.sameSet(at("{'a': []}"), at("{'a': 'y'}"))).isFalse();
    }

    @Test
    void hasTextOfValuesOnly() {
        assertThat(Json.text(Story.json("{'a': 'x'}"), "a")).isEqualTo("x");
        assertThat(Json.text(Story.json("{'a': null}"), "a")).isEmpty();
        assertThat(Json.text(Story.json("{'a': {}}"), "a")).isEmpty();
        assertThat(Json.text(Story.json("{}"), "a")).isEmpty();
    }

    private static JsonNode at(String text) {
        return Story.json(text).get("a");
    }
}
