package org.parley.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.faults.plan.Plan;
import org.parley.processes.Checkout;

/** Whole runs with fixed seeds. What they leave when they fail is in {@code target/runs}. */
class FaultsIT {

    @Test
    void nothingIsLostOrDoubledInAShortRun() throws Exception {
        holds(7, Duration.ofSeconds(45));
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void nothingIsLostOrDoubledInALongerRun(long seed) throws Exception {
        holds(seed, Duration.ofSeconds(100));
    }

    private static void holds(long seed, Duration length) throws IOException, InterruptedException {
        var folder = Checkout.root().resolve("infra/faults/target/runs/it-" + seed);
        var outcome = new Run(
                        Plan.draw(seed, length),
                        folder,
                        line -> System.out.println("Faults, seed " + seed + ": " + line))
                .play();
        System.out.println("Faults, seed " + seed + ": " + outcome.deeds() + " deeds, " + outcome.evidence());
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.missing()).as("what makes a run count").isEmpty();
    }
}
