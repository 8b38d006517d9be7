package org.parley.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contenders take turns: A B C, C B A, A B C … What drifts (heat, a growing file, a neighbour) hits all alike, and
 * a ratio is one of neighbours.
 *
 * @param warmUp rounds that run like the others and are not counted
 * @param counted rounds that are
 */
public record Rounds(int warmUp, int counted) {

    public Results run(List<? extends Contender> contenders) throws Exception {
        var measured = new LinkedHashMap<String, List<Figures>>();
        for (var round = 1; round <= warmUp + counted; round++) {
            for (var contender : round % 2 == 1 ? contenders : contenders.reversed()) {
                var figures = contender.round();
                Progress.say(
                        "%s %d/%d  %-28s %s", label(round), number(round), total(round), contender.name(), figures);
                if (round > warmUp) {
                    measured.computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                            .add(figures);
                }
            }
        }
        return new Results(measured);
    }

    private String label(int round) {
        return round > warmUp ? "round" : "warm-up";
    }

    private int number(int round) {
        return round > warmUp ? round - warmUp : round;
    }

    private int total(int round) {
        return round > warmUp ? counted : warmUp;
    }

    /** By contender, in the order of the rounds. */
    public record Results(Map<String, List<Figures>> byContender) {

        public Series of(String contender, String figure) {
            var rounds = byContender.get(contender);
            if (rounds == null) {
                throw new IllegalArgumentException("no contender " + contender + " among " + byContender.keySet());
            }
            return new Series(
                    rounds.stream().mapToDouble(round -> round.of(figure)).toArray());
        }

        /** Names of the figures that begin so and that every round of the contender gave. */
        public List<String> figures(String contender, String prefix) {
            var rounds = byContender.getOrDefault(contender, List.of());
            return rounds.stream()
                    .flatMap(round -> round.byName().keySet().stream())
                    .filter(name -> name.startsWith(prefix))
                    .distinct()
                    .filter(name ->
                            rounds.stream().allMatch(round -> round.byName().containsKey(name)))
                    .sorted()
                    .toList();
        }

        public Series rate(String contender) {
            return of(contender, Figures.RATE);
        }
    }
}
