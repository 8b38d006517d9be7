package org.parley.enrollment.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.evaluations.EvaluationFixture.CLOSED;
import static org.parley.enrollment.evaluations.EvaluationFixture.asking;
import static org.parley.enrollment.evaluations.EvaluationFixture.taken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.Actor;
import org.parley.enrollment.CurriculumPart;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of an evaluation is, to the letter, what the contracts show. */
class EvaluationContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void tellsOfAnEvaluationsEndAsInTheExample() throws Exception {
        var evaluation = asking(EvaluationKind.COURSE, 22);
        for (var i = 0; i < 18; i++) {
            evaluation = taken(evaluation.answer("link-" + i, answers(i)));
        }
        var fact = EvaluationClosed.of(evaluation.close(CLOSED), new Actor("coordinator", "coordinator"));

        JSONAssert.assertEquals(
                contract("examples/" + fact.type()), JSON.writeValueAsString(fact.data()), JSONCompareMode.STRICT);
    }

    @Test
    void usesTheWordsOfTheContractsAndAllOfThem() {
        var words = JSON.readTree(contract("schemas/common")).at("/$defs");
        var evaluation = words.at("/evaluation/properties");
        assertThat(names(Rating.values())).isEqualTo(texts(words.at("/ratings/required")));
        assertThat(names(EvaluationKind.values())).isEqualTo(texts(evaluation.at("/kind/enum")));
        assertThat(names(CurriculumPart.values())).isEqualTo(texts(evaluation.at("/parts/anyOf/0/required")));
        assertThat(names(Theme.values())).isEqualTo(texts(evaluation.at("/themes/required")));
        assertThat(names(Use.values())).isEqualTo(texts(evaluation.at("/used/anyOf/0/required")));
    }

    /** The first so many of the eighteen say the best, the next the second best, and so on, as the example counts them. */
    private static GivenAnswers answers(int officer) {
        var parts = new EnumMap<CurriculumPart, Rating>(CurriculumPart.class);
        parts.put(CurriculumPart.FULL_PROCESS, rating(officer, 10, 6, 2));
        parts.put(CurriculumPart.MICRO_INTERVENTIONS, rating(officer, 14, 3, 1));
        parts.put(CurriculumPart.MEDIATION_CENTERS, rating(officer, 8, 7, 2));
        var named = Map.of(
                Theme.RELATE_TO_CIVILIANS, 15,
                Theme.TOOLS_INSTEAD_OF_ARREST, 13,
                Theme.COMMUNITY_RELATIONS, 11,
                Theme.REDUCED_ARRESTS, 6,
                Theme.VOLUNTARY_COMPLIANCE, 9);
        var themes = EnumSet.noneOf(Theme.class);
        named.forEach((theme, many) -> {
            if (officer < many) {
                themes.add(theme);
            }
        });
        return new GivenAnswers(rating(officer, 12, 4, 1), parts, themes, null, "words");
    }

    private static Rating rating(int officer, int excellent, int good, int fair) {
        return officer < excellent
                ? Rating.EXCELLENT
                : officer < excellent + good
                        ? Rating.GOOD
                        : officer < excellent + good + fair ? Rating.FAIR : Rating.POOR;
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static List<String> texts(JsonNode words) {
        return words.valueStream().map(JsonNode::asString).toList();
    }

    private static String contract(String name) {
        try (var in = EvaluationContractTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
