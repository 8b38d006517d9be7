package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.springframework.context.ConfigurableApplicationContext;

/** What comes for one center is no matter of the others. */
@ExtendWith(Patience.class)
class ManyEndpointsTest {

    private static final int OTHERS = 40;
    private static final int REFERRALS = 30;

    private final String scope = Backing.newScope();

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext start(String poll) throws IOException {
        var rows = IntStream.rangeClosed(0, OTHERS)
                .mapToObj(n -> "c%d,c%d,BROOKLYN,%s,MONDAY,09:00,17:00,America/New_York"
                        .formatted(n, n, n == 0 ? "PCT-075" : "PCT-060"))
                .collect(Collectors.joining("\n"));
        var file = Files.writeString(
                folder.resolve("centers.csv"), "center,name,boroughs,commands,days,opens,closes,zone\n" + rows);
        return Copies.start(
                scope,
                "parley.referral.centers=" + file.toUri(),
                "parley.webhooks.allow-private=true",
                "parley.webhooks.poll=" + poll);
    }

    /** Looks into the store, as the driver counts them. */
    private static long looks(ConfigurableApplicationContext copy) {
        return copy.getBean(MeterRegistry.class).find("mongodb.driver.commands").timers().stream()
                .filter(timer -> "find".equals(timer.getId().getTag("command")))
                .filter(timer -> "deliveries".equals(timer.getId().getTag("collection")))
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void newsForOneCostsTheOthersNoLook() throws IOException {
        try (var receiver = new Receiver();
                var copy = start("1s")) {
            var port = Copies.port(copy);
            for (var n = 1; n <= OTHERS; n++) {
                Center.of(port, "c" + n).registers(receiver.url()).is(200);
            }
            receiver.trusts(
                    Center.of(port, "c0").registers(receiver.url()).is(200).text("secret"));
            Precinct.of(port, "PCT-075").posts(Precinct.noise("first")).is(201);
            await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(1));

            var before = looks(copy);
            for (var n = 1; n <= REFERRALS; n++) {
                Precinct.of(port, "PCT-075").posts(Precinct.noise("many-" + n)).is(201);
                var come = n + 1;
                await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(come));
            }
            assertThat(looks(copy) - before).isLessThan(REFERRALS * OTHERS / 4);
        }
    }

    @Test
    void newsIsBroughtWithoutAPollAlsoWhileAnotherIsOnItsWay() throws IOException {
        try (var receiver = new Receiver()) {
            try (var before = start("1s")) {
                receiver.trusts(Center.of(Copies.port(before), "c0")
                        .registers(receiver.url())
                        .is(200)
                        .text("secret"));
            }
            try (var copy = start("1h")) {
                var precinct = Precinct.of(Copies.port(copy), "PCT-075");
                var center = Center.of(Copies.port(copy), "c0");
                for (var n = 1; n <= REFERRALS; n++) {
                    receiver.hesitates();
                    precinct.posts(Precinct.noise("a-" + n)).is(201);
                    var under = 2 * n - 1;
                    await().untilAsserted(() -> assertThat(receiver.attempted()).hasSize(under));
                    var id = precinct.posts(Precinct.noise("b-" + n)).is(201).id();
                    await().untilAsserted(
                                    () -> assertThat(center.hasBeenTold(id)).isNotEmpty());
                    receiver.answersAtLast();
                    await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(under + 1));
                }
            }
        }
    }
}
