package org.parley.enrollment.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.evaluations.EvaluationFixture.CLOSED;
import static org.parley.enrollment.evaluations.EvaluationFixture.answered;
import static org.parley.enrollment.evaluations.EvaluationFixture.asking;
import static org.parley.enrollment.evaluations.EvaluationFixture.ratings;
import static org.parley.enrollment.evaluations.EvaluationFixture.using;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.CurriculumPart;

class ResultsTest {

    @Test
    void showsCoordinatorsEverything() {
        var results = Results.exact(closed(12, 4, 1, 1));

        assertThat(results.overall())
                .isEqualTo(Map.of(Rating.EXCELLENT, 12, Rating.GOOD, 4, Rating.FAIR, 1, Rating.POOR, 1));
        assertThat(results.approvalRate()).isEqualTo(16 / 18.0);
        assertThat(results.topBoxRate()).isEqualTo(12 / 18.0);
        assertThat(results.responseRate()).isEqualTo(18 / 22.0);
        assertThat(results.comments()).isEmpty();
    }

    /** The difference between two moments would tell what was answered in between. */
    @Test
    void showsNobodyWhatWasAnsweredBeforeItIsClosed() {
        var open = answered(asking(EvaluationKind.COURSE, 22), ratings(12, 6, 0, 0));

        assertThat(List.of(Results.exact(open), Results.discreet(open))).allSatisfy(results -> {
            assertThat(results.invited()).isEqualTo(22);
            assertThat(results.responses()).isEqualTo(18);
            assertThat(results.overall()).isNull();
            assertThat(results.approvalRate()).isNull();
            assertThat(results.topBoxRate()).isNull();
            assertThat(results.parts()).isNull();
            assertThat(results.themes()).isNull();
            assertThat(results.comments()).isNull();
        });
    }

    @Test
    void showsTrainersNoCellOfFewerThanFive() {
        assertThat(Results.discreet(closed(12, 6, 0, 0)).overall())
                .isEqualTo(Map.of(Rating.EXCELLENT, 12, Rating.GOOD, 6, Rating.FAIR, 0, Rating.POOR, 0));
        var few = Results.discreet(closed(12, 6, 2, 3));
        assertThat(few.overall()).isNull();
        assertThat(few.topBoxRate()).isNull();
        assertThat(few.approvalRate()).isEqualTo(18 / 23.0);
        assertThat(Results.discreet(closed(12, 6, 2, 2)).approvalRate()).isNull();
        assertThat(Results.discreet(closed(12, 6, 0, 0)).comments()).isNull();
        assertThat(few.parts()).containsOnlyKeys(CurriculumPart.values()); // all said GOOD of each
    }

    @Test
    void showsTrainersHowManyChoseAThemeIfManyDidAndManyDidNot() {
        var choosing = List.of(0, 4, 6, 8, 12);
        var answers = IntStream.range(0, 12)
                .mapToObj(officer -> using(
                        officer < 6 ? Use.DAILY : Use.WEEKLY,
                        IntStream.range(0, choosing.size())
                                .filter(theme -> officer < choosing.get(theme))
                                .mapToObj(theme -> Theme.values()[theme])
                                .toArray(Theme[]::new)))
                .toList();
        var results = Results.discreet(
                answered(asking(EvaluationKind.FOLLOW_UP, 12), answers).close(CLOSED));

        assertThat(results.themes())
                .containsEntry(Theme.RELATE_TO_CIVILIANS, 0)
                .containsEntry(Theme.TOOLS_INSTEAD_OF_ARREST, null)
                .containsEntry(Theme.COMMUNITY_RELATIONS, 6)
                .containsEntry(Theme.REDUCED_ARRESTS, null)
                .containsEntry(Theme.VOLUNTARY_COMPLIANCE, 12);
        assertThat(results.used()).isEqualTo(Map.of(Use.DAILY, 6, Use.WEEKLY, 6, Use.MONTHLY, 0, Use.NEVER, 0));
    }

    /** Whoever knows the rule and sees everything shown still has two possibilities for each count, and each sum of counts, from one to four. */
    @Test
    void showsTrainersNothingThatASmallCellFollowsFrom() {
        for (var responses = 0; responses <= 16; responses++) {
            var possible = new HashMap<List<Object>, List<int[]>>();
            for (var counts : partitions(responses)) {
                var shown = Results.discreet(closed(counts[0], counts[1], counts[2], counts[3]));
                var key = new ArrayList<Object>();
                key.add(String.valueOf(shown.overall()));
                key.add(String.valueOf(shown.approvalRate()));
                key.add(String.valueOf(shown.topBoxRate()));
                possible.computeIfAbsent(key, _ -> new ArrayList<>()).add(counts);
            }
            assertThat(possible).isNotEmpty().allSatisfy((shown, all) -> {
                for (var some = 1; some < 15; some++) {
                    var cells = some;
                    var sums = all.stream().map(counts -> sum(counts, cells)).collect(Collectors.toSet());
                    if (sums.size() == 1) {
                        assertThat(sums.iterator().next()).as("%s", shown).isNotIn(1, 2, 3, 4);
                    }
                }
            });
        }
    }

    /** @param cells a bit for each that counts */
    private static int sum(int[] counts, int cells) {
        return IntStream.range(0, counts.length)
                .filter(cell -> (cells >> cell & 1) == 1)
                .map(cell -> counts[cell])
                .sum();
    }

    private static List<int[]> partitions(int sum) {
        var all = new ArrayList<int[]>();
        for (var a = 0; a <= sum; a++) {
            for (var b = 0; a + b <= sum; b++) {
                for (var c = 0; a + b + c <= sum; c++) {
                    all.add(new int[] {a, b, c, sum - a - b - c});
                }
            }
        }
        return all;
    }

    private static Evaluation closed(int excellent, int good, int fair, int poor) {
        return answered(asking(EvaluationKind.COURSE, 22), ratings(excellent, good, fair, poor))
                .close(CLOSED);
    }
}
