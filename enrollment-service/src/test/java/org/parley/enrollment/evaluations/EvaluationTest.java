package org.parley.enrollment.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.evaluations.EvaluationFixture.ALL_GOOD;
import static org.parley.enrollment.evaluations.EvaluationFixture.CLOSED;
import static org.parley.enrollment.evaluations.EvaluationFixture.LAST_DAY;
import static org.parley.enrollment.evaluations.EvaluationFixture.TRAINING;
import static org.parley.enrollment.evaluations.EvaluationFixture.answered;
import static org.parley.enrollment.evaluations.EvaluationFixture.asking;
import static org.parley.enrollment.evaluations.EvaluationFixture.officer;
import static org.parley.enrollment.evaluations.EvaluationFixture.officers;
import static org.parley.enrollment.evaluations.EvaluationFixture.saying;
import static org.parley.enrollment.evaluations.EvaluationFixture.taken;
import static org.parley.enrollment.evaluations.EvaluationFixture.using;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.Breach;
import org.parley.enrollment.CurriculumPart;

class EvaluationTest {

    private final Evaluation course = asking(EvaluationKind.COURSE, 8);

    @Test
    void takesOneAnswerByEachLink() {
        var once = taken(course.answer("a", saying(Rating.GOOD)));

        assertThat(once.responses()).hasSize(1);
        assertThat(once.answer("a", saying(Rating.POOR))).isInstanceOf(Answering.Used.class);
        assertThat(taken(once.answer("b", saying(Rating.POOR))).responses()).hasSize(2);
    }

    @Test
    void keepsAnswersInTheSameOrderHoweverTheyCame() {
        var links = new ArrayList<>(List.of("d", "a", "c", "b"));
        var forwards = course;
        for (var link : links) {
            forwards = taken(forwards.answer(link, saying(Rating.GOOD)));
        }
        var backwards = course;
        for (var link : links.reversed()) {
            backwards = taken(backwards.answer(link, saying(Rating.GOOD)));
        }

        assertThat(forwards).isEqualTo(backwards);
        assertThat(forwards.responses()).extracting(Response::id).containsExactly("a", "b", "c", "d");
    }

    @Test
    void takesNothingOnceClosedAndStillKnowsWhichLinkIsUsed() {
        var closed = taken(course.answer("a", saying(Rating.GOOD))).close(CLOSED);

        assertThat(closed.answer("b", saying(Rating.GOOD))).isInstanceOf(Answering.Over.class);
        assertThat(closed.answer("a", saying(Rating.GOOD))).isInstanceOf(Answering.Used.class);
        assertThat(closed.close(CLOSED.plusDays(1))).isEqualTo(closed);
    }

    @Test
    void drawsForEachOfficerOnce() {
        var some = course.draw(List.of(officer(3)));

        assertThat(some.invited()).isEqualTo(8);
        assertThat(course.missing(officers(10))).containsExactly(officer(8), officer(9));
        assertThat(course.startAgain().missing(officers(8))).hasSize(8);
        assertThat(course.startAgain().generation()).isEqualTo(course.generation() + 1);
    }

    @Test
    void asksForARatingOfTheTrainingAndOfEachPart() {
        var nothing =
                new GivenAnswers(null, Map.of(CurriculumPart.FULL_PROCESS, Rating.FAIR), Set.of(), Use.DAILY, null);

        assertThat(breaches(course, nothing))
                .containsExactlyInAnyOrder(
                        "/overall", "/parts/MICRO_INTERVENTIONS", "/parts/MEDIATION_CENTERS", "/used");
    }

    @Test
    void asksOfNoPartThatWasNotTaught() {
        var taught = List.of(CurriculumPart.MEDIATION_CENTERS, CurriculumPart.FULL_PROCESS);
        var some = Evaluation.begun(
                new Attended(TRAINING, "2026-07", LAST_DAY, taught, officers(8)), EvaluationKind.COURSE, CLOSED);

        assertThat(some.ask("a"))
                .isEqualTo(new Asking.Open(
                        "2026-07",
                        EvaluationKind.COURSE,
                        List.of(CurriculumPart.FULL_PROCESS, CurriculumPart.MEDIATION_CENTERS),
                        CLOSED));
        assertThat(breaches(some, saying(Rating.GOOD))).containsExactly("/parts/MICRO_INTERVENTIONS");
        assertThat(some.answer(
                        "a",
                        new GivenAnswers(
                                Rating.GOOD,
                                Map.of(
                                        CurriculumPart.FULL_PROCESS, Rating.GOOD,
                                        CurriculumPart.MEDIATION_CENTERS, Rating.FAIR),
                                Set.of(),
                                null,
                                null)))
                .isInstanceOf(Answering.Taken.class);
    }

    @Test
    void saysWhatALinkIsGoodForWithoutBurningIt() {
        assertThat(course.ask("a")).isInstanceOf(Asking.Open.class);
        var once = taken(course.answer("a", saying(Rating.GOOD)));
        assertThat(once.ask("a")).isInstanceOf(Asking.Used.class);
        assertThat(once.close(CLOSED).ask("a")).isInstanceOf(Asking.Used.class);
        assertThat(once.close(CLOSED).ask("b")).isInstanceOf(Asking.Over.class);
    }

    @Test
    void asksInAFollowUpForTheUseAndForNoRating() {
        var followUp = asking(EvaluationKind.FOLLOW_UP, 8);
        var ratings = new GivenAnswers(Rating.GOOD, ALL_GOOD, Set.of(), null, "words");

        assertThat(breaches(followUp, ratings)).containsExactlyInAnyOrder("/used", "/overall", "/parts", "/comment");
        assertThat(answered(followUp, using(Use.WEEKLY, Theme.REDUCED_ARRESTS)).responses())
                .hasSize(1);
    }

    @Test
    void takesACommentOfTwoThousandCharactersWhateverTheyAre() {
        var longest = "\uD83D\uDE42".repeat(GivenAnswers.LONGEST_COMMENT);

        assertThat(course.answer("a", commenting(longest))).isInstanceOf(Answering.Taken.class);
        assertThat(breaches(course, commenting(longest + "x"))).containsExactly("/comment");
        assertThat(taken(course.answer("a", commenting(" \n")))
                        .responses()
                        .getFirst()
                        .comment())
                .isNull();
    }

    @Test
    void countsEachAnswer() {
        var tally = answered(course, saying(Rating.EXCELLENT), saying(Rating.EXCELLENT), saying(Rating.FAIR))
                .tally();

        assertThat(tally.overall())
                .isEqualTo(Map.of(Rating.EXCELLENT, 2, Rating.GOOD, 0, Rating.FAIR, 1, Rating.POOR, 0));
        assertThat(tally.used()).isNull();
        var followUp = answered(
                        asking(EvaluationKind.FOLLOW_UP, 3),
                        using(Use.NEVER),
                        using(Use.DAILY, Theme.REDUCED_ARRESTS, Theme.COMMUNITY_RELATIONS),
                        using(Use.DAILY, Theme.REDUCED_ARRESTS))
                .tally();
        assertThat(followUp.used()).isEqualTo(Map.of(Use.DAILY, 2, Use.WEEKLY, 0, Use.MONTHLY, 0, Use.NEVER, 1));
        assertThat(followUp.themes())
                .containsEntry(Theme.REDUCED_ARRESTS, 2)
                .containsEntry(Theme.COMMUNITY_RELATIONS, 1)
                .containsEntry(Theme.VOLUNTARY_COMPLIANCE, 0);
        assertThat(followUp.overall()).isNull();
    }

    private static GivenAnswers commenting(String comment) {
        return new GivenAnswers(Rating.GOOD, ALL_GOOD, Set.of(), null, comment);
    }

    private static List<String> breaches(Evaluation evaluation, GivenAnswers answers) {
        return evaluation.answer("a", answers) instanceof Answering.Invalid(var breaches)
                ? breaches.stream().map(Breach::field).toList()
                : List.of();
    }
}
