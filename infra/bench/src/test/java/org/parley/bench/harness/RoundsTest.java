package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> turns = new ArrayList<>();

    @Test
    void everySecondRoundRunsBackwards() throws Exception {
        new Rounds(0, 3).run(List.of(contender("a"), contender("b")));

        assertThat(turns).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void warmUpRoundsAreNotCounted() throws Exception {
        var results = new Rounds(2, 1).run(List.of(contender("a")));

        assertThat(results.rate("a")).hasToString("[3.0]");
    }

    @Test
    void aVoidRoundEndsTheRun() {
        var losing = Contender.of("losing", () -> {
            throw new VoidRun("lost");
        });

        assertThatThrownBy(() -> new Rounds(0, 5).run(List.of(losing, contender("a"))))
                .isInstanceOf(VoidRun.class);
        assertThat(turns).isEmpty();
    }

    private Contender contender(String name) {
        return Contender.of(name, () -> {
            turns.add(name);
            return Figures.rate(turns.size());
        });
    }
}
