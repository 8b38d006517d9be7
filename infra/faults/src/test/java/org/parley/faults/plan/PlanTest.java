package org.parley.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.faults.plan.Fault.Backing;
import org.parley.processes.Service;

class PlanTest {

    private static final Duration LENGTH = Duration.ofMinutes(2);

    @Test
    void aSeedDrawsTheSameAgain() {
        assertThat(Plan.draw(17, LENGTH)).isEqualTo(Plan.draw(17, LENGTH));
        assertThat(Plan.draw(17, LENGTH).faults())
                .isNotEqualTo(Plan.draw(18, LENGTH).faults());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPlanProvokesWhatARunMustHaveSeen(long seed) {
        var plan = Plan.draw(seed, LENGTH);

        assertThat(plan.doubled()).contains(Service.REPORTING, Service.ENROLLMENT);
        assertThat(plan.faults())
                .extracting(Plan.Planned::fault)
                .anySatisfy(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(
                                Fault.Freeze.class,
                                freeze -> assertThat(freeze.victim())
                                        .isInstanceOfSatisfying(
                                                Fault.CopyOf.class,
                                                copy -> assertThat(copy.service())
                                                        .isEqualTo(Service.REPORTING))))
                .anySatisfy(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(
                                Fault.Kill.class,
                                kill -> assertThat(kill.victim()).isEqualTo(Backing.BROKER)));
    }

    @Test
    void fiftySeedsDrawEveryKindOfFault() {
        var kinds = new HashSet<Class<?>>();
        LongStream.rangeClosed(1, 50)
                .forEach(seed -> Plan.draw(seed, LENGTH)
                        .faults()
                        .forEach(planned -> kinds.add(planned.fault().getClass())));

        assertThat(kinds).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
    }

    @Test
    void everyFaultBeginsBeforeTheEnd() {
        LongStream.rangeClosed(1, 50)
                .forEach(seed -> assertThat(Plan.draw(seed, LENGTH).faults())
                        .allSatisfy(planned -> assertThat(planned.at()).isLessThan(LENGTH)));
    }
}
