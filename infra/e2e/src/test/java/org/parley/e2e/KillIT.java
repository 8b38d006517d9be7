package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.processes.Service;
import org.parley.testing.Backing;

/** A part is killed while the connector runs, and starts again: nothing is lost, nothing counts twice. */
class KillIT {

    private static final int ROWS = 1_000;

    private final Platform platform = Platform.shared();

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL", "REPORTING"})
    void aKilledServiceLosesNothing(KilledPart part) throws IOException {
        survives(part, "http", 320 + part.ordinal());
    }

    @Test
    void aServiceThatStartsWhileTheBrokerIsAwayTakesReferrals() throws IOException {
        var complaints = Complaints.generate(Work.folder("complaints-away"), 350, 50);
        var line = new Line(platform);
        var before = Figures.now(platform);

        platform.first(Service.REFERRAL).kill();
        Backing.broker().kill();
        try {
            platform.first(Service.REFERRAL).begin().awaitReady();
            assertThat(Refer.start(platform, complaints, "http")
                            .summary()
                            .path("accepted")
                            .asInt())
                    .isEqualTo(complaints.eligible().size());
        } finally {
            Backing.broker().start();
        }

        line.figuresMovedBy(complaints, before);
        line.everyEligibleRowIsAReferral(complaints);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource
    void aKillLosesNothingOverHttp(KilledPart part) throws IOException {
        survives(part, "http", 330 + part.ordinal());
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource
    void aKillLosesNothingOverKafka(KilledPart part) throws IOException {
        survives(part, "kafka", 340 + part.ordinal());
    }

    private void survives(KilledPart part, String via, long seed) throws IOException {
        var complaints = Complaints.generate(Work.folder("complaints-kill-" + seed), seed, ROWS);
        var line = new Line(platform);
        var before = Figures.now(platform);

        var run = Refer.start(platform, complaints, via, "--confirm");
        var early = complaints.eligible().get(complaints.eligible().size() / 10).reference();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !line.find(early).isEmpty());
        assertThat(run.isRunning()).as("in the middle of the run").isTrue();
        part.killAndRestart(platform);
        var summary = run.summary();

        // What was stored when the answer got lost comes back as a duplicate.
        assertThat(summary.path("sent").asInt()).isEqualTo(complaints.eligible().size());
        assertThat(summary.path("accepted").asInt() + summary.path("duplicate").asInt())
                .isEqualTo(complaints.eligible().size());
        line.figuresMovedBy(complaints, before);
        line.everyEligibleRowIsAReferral(complaints);
    }
}
