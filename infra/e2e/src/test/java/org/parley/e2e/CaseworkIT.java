package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.processes.Checkout;
import org.parley.processes.Service;

/**
 * Five centers work a file of complaints off, on a platform where an offer is open for seconds, so that offers expire; and
 * what somebody else does meanwhile is found.
 */
class CaseworkIT {

    private static Platform platform;

    @BeforeAll
    static void starts() {
        platform = new Platform(1, Map.of("PARLEY_REFERRAL_DEADLINES_OFFER", "20s"));
    }

    @AfterAll
    static void ends() {
        platform.close();
    }

    private static Typed demo(Complaints complaints, int patience) {
        var environment = new HashMap<>(platform.environment());
        Map.of(
                        "PARLEY_REFERRAL", Service.REFERRAL,
                        "PARLEY_SESSION", Service.SESSION,
                        "PARLEY_REPORTING", Service.REPORTING)
                .forEach((variable, service) ->
                        environment.put(variable, platform.address(service).toString()));
        return Typed.start(
                complaints.folder(),
                List.of(
                        Checkout.file("infra/demo").toString(),
                        "--referrals",
                        complaints.file().toString(),
                        "--precincts",
                        complaints.precincts().toString(),
                        "--fallback",
                        complaints.boards().toString(),
                        "--seed",
                        "11",
                        "--verify",
                        "--patience",
                        Integer.toString(patience)),
                environment);
    }

    @Test
    void everyRowComesToItsEndAndNothingDiffers() throws IOException {
        var complaints = Complaints.generate(Work.folder("complaints-casework"), 411, 250);
        var rows = complaints.eligible().size();

        var first = demo(complaints, 60).end();

        assertThat(first.code()).as("%s", first).isZero();
        assertThat(first.lines()).last().asString().startsWith("Compared %,d rows, 0 that were".formatted(rows));
        assertThat(first.lines()).last().asString().contains("no difference");
        assertThat(first.lines()).anyMatch(line -> line.matches(" +expired +[1-9]\\d*"));
        assertThat(first.lines()).anyMatch(line -> line.matches(" +by a coordinator +[1-9]\\d*"));
        assertThat(first.lines()).anyMatch(line -> line.matches("nycid +SSE \\d+, polling \\d+, webhook \\d+ .*"));
        var line = new Line(platform);
        assertThat(complaints.eligible())
                .allSatisfy(row -> assertThat(
                                line.find(row.reference()).path(0).path("state").asString(""))
                        .isIn("CLOSED", "WITHDRAWN", "ENTERED_IN_ERROR"));

        var again = demo(complaints, 60).end();

        assertThat(again.code()).as("%s", again).isZero();
        assertThat(again.lines())
                .last()
                .asString()
                .startsWith("Compared 0 rows, %,d that were there before".formatted(rows))
                .contains("no difference");
    }

    @Test
    void whatSomebodyElseDoesMeanwhileIsADifference() throws IOException {
        var complaints = Complaints.generate(Work.folder("complaints-behind"), 412, 60);
        var reference = complaints.eligible().getFirst().reference();

        var run = demo(complaints, 20);
        await().atMost(Duration.ofMinutes(1)).until(() -> run.hasSaid("Everybody is at work"));
        var stranger = Given.referral(Given.newReference(), "PCT-075");
        platform.as("precinct-075")
                .post(Service.REFERRAL, "/v1/referrals", stranger)
                .is(201);
        var ended = run.end();

        assertThat(ended.code()).as("%s", ended).isEqualTo(1);
        assertThat(ended.lines())
                .anyMatch(line -> line.startsWith("referrals-submitted BROOKLYN PCT-075")
                        && line.contains("books say")
                        && line.contains("platform says"));
        assertThat(ended.lines()).noneMatch(line -> line.startsWith(reference + ","));
    }
}
