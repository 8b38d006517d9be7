package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.parley.testing.Topics;
import org.springframework.boot.SpringApplication;

/** Copies of the service share one store and one set of topics, and a copy may end at any moment. */
@ExtendWith(Patience.class)
class CopiesTest {

    private static final String[] LITTLE_PATIENCE = {
        "parley.webhooks.allow-private=true", "parley.webhooks.poll=100ms", "parley.webhooks.retries=100ms,200ms"
    };

    private final String scope = Backing.newScope();
    private final Events events = Events.on(new Topics(scope + "."));

    /** Also what a copy wrote whose clock was ahead: to the others it is not old yet. */
    @ParameterizedTest
    @ValueSource(strings = {"0s", "1h"})
    void whatWasWrittenIsToldAfterACrashBeforeItWasSent(String ahead) {
        UUID id;
        // Nothing is handed to the relay, so all that happens stays where it was written.
        try (var crashing = Copies.start(scope, "parley.outbox.held=0", "parley.clock.shift=" + ahead)) {
            id = Precinct.of(Copies.port(crashing), "PCT-075")
                    .posts(Precinct.noise("crash-" + ahead))
                    .is(201)
                    .id();
            assertThat(Center.of(Copies.port(crashing), "nypi").hasBeenTold(id)).isEmpty();
        }
        try (var next = Copies.start(scope)) {
            await().untilAsserted(() -> assertThat(events.happenedTo(id)).containsExactly("submitted", "offered"));
            assertThat(Center.of(Copies.port(next), "nypi").hasBeenTold(id)).containsExactly("OFFER");
            Precinct.of(Copies.port(next), "PCT-075")
                    .posts(Precinct.noise("crash-" + ahead))
                    .is(200);
        }
    }

    @Test
    void twoCopiesFillOneFeedAndDeliverItOnce() throws IOException {
        try (var receiver = new Receiver();
                var one = Copies.start(scope, LITTLE_PATIENCE);
                var other = Copies.start(scope, LITTLE_PATIENCE)) {
            var ports = List.of(Copies.port(one), Copies.port(other));
            var center = Center.of(ports.getFirst(), "nypi");
            receiver.trusts(center.registers(receiver.url()).is(200).text("secret"));

            var ids = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(n -> Precinct.of(ports.get(n % 2), "PCT-075")
                            .posts(Precinct.noise("copies-" + n))
                            .is(201)
                            .id()
                            .toString())
                    .toList();
            // The same from the other copy: known there as well.
            Precinct.of(ports.getLast(), "PCT-075")
                    .posts(Precinct.noise("copies-0"))
                    .is(200);

            await().untilAsserted(() -> assertThat(receiver.taken()).hasSizeGreaterThanOrEqualTo(60));
            var inbox = center.inbox();
            assertThat(inbox)
                    .extracting(entry -> entry.path("n").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
            assertThat(inbox)
                    .extracting(entry -> entry.path("referral").asString())
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(new HashSet<>(receiver.attempted())).hasSize(60);
            assertThat(receiver.attempted()).as("nothing was delivered twice").hasSize(60);

            SpringApplication.exit(one);
            var last = Precinct.of(ports.getLast(), "PCT-075")
                    .posts(Precinct.noise("copies-60"))
                    .is(201)
                    .id();
            await().untilAsserted(() -> assertThat(receiver.taken())
                    .anySatisfy(notice ->
                            assertThat(notice.path("subject").asString()).isEqualTo(last.toString())));
        }
    }

    @Test
    void aReplayGoesOnAfterARestart() throws IOException {
        try (var receiver = new Receiver()) {
            long last;
            try (var before = Copies.start(scope, LITTLE_PATIENCE)) {
                var center = Center.of(Copies.port(before), "nypi");
                receiver.trusts(center.registers(receiver.url()).is(200).text("secret"));
                for (var n = 0; n < 30; n++) {
                    Precinct.of(Copies.port(before), "PCT-075")
                            .posts(Precinct.noise("replay-" + n))
                            .is(201);
                }
                await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(30));
                last = center.inbox().size();
                receiver.answers(503, "1");
                center.asksAgainFor("{\"from\": 1, \"to\": 30}").is(202);
                await().untilAsserted(() -> assertThat(receiver.attempted()).hasSizeGreaterThan(30));
            }
            var again = receiver.attempted().size();
            receiver.answers(204);
            try (var next = Copies.start(scope, LITTLE_PATIENCE)) {
                assertThat(next.isRunning()).isTrue();
                await().untilAsserted(() -> assertThat(receiver.taken()).hasSize(60));
                assertThat(receiver.attempted()).hasSize(again + 30);
                assertThat(Center.of(Copies.port(next), "nypi").inbox()).hasSize((int) last);
            }
        }
    }
}
