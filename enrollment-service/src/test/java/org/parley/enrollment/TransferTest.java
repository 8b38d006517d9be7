package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Roster.state;
import static org.parley.enrollment.Roster.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.starter.identity.Caller;
import org.parley.testing.Backing;

/** From one training into another, also when the copy that does it dies in between. */
class TransferTest {

    private static final Requester COORDINATOR =
            new Requester(new Caller("coordinator", Set.of("coordinator"), Map.of()));

    private final String scope = Backing.newScope();
    private final UUID officer = UUID.randomUUID();
    private final UUID waiting = UUID.randomUUID();

    @BeforeEach
    void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    @Test
    void givesOneSeatForAnotherOrNone() {
        try (var copy = Copy.started(scope)) {
            var coordinator = Person.coordinator(copy.port());
            var from = open(copy, 1);
            var to = open(copy, 1);
            var full = open(copy, 1);
            coordinator.enrolls(from, officer, waiting);
            coordinator.enrolls(full, UUID.randomUUID());
            var asked = text(coordinator, from, officer, "/requestedAt");

            assertThat(coordinator.transfers(from, officer, full).text("/type")).endsWith("no-seat-there");
            assertThat(coordinator.transfers(from, officer, from).text("/errors/0/field"))
                    .isEqualTo("/to");
            assertThat(coordinator.transfers(from, officer, UUID.randomUUID()).text("/errors/0/field"))
                    .isEqualTo("/to");
            assertThat(state(coordinator, from, officer)).isEqualTo("ENROLLED");

            var moved = coordinator.transfers(from, officer, to);
            assertThat(moved.text("/state")).isEqualTo("ENROLLED");
            assertThat(moved.text("/training")).isEqualTo(to.toString());
            assertThat(moved.text("/requestedAt")).isEqualTo(asked);
            assertThat(coordinator.transfers(from, officer, to).body()).isEqualTo(moved.body());
            assertThat(text(coordinator, from, officer, "/movedTo")).isEqualTo(to.toString());
            assertThat(state(coordinator, from, waiting)).isEqualTo("ENROLLED");
            assertThat(coordinator.transfers(to, officer, from).text("/type")).endsWith("already-on-roster");
        }
    }

    @Test
    void isEndedByTheNextCopyWhenItsOwnDiesInBetween() {
        UUID from;
        UUID to;
        try (var dying = Copy.started(scope).withoutRelay()) {
            var coordinator = Person.coordinator(dying.port());
            from = open(dying, 1);
            to = open(dying, 1);
            coordinator.enrolls(from, officer, waiting);
            dying.context()
                    .getBean(Transfers.class)
                    .leave(from, Ids.enrollment(from, officer), to, COORDINATOR, TrainingSteps.ANY_VERSION);
            assertThat(state(coordinator, from, officer)).isEqualTo("WITHDRAWN");
            assertThat(state(coordinator, from, waiting)).isEqualTo("ENROLLED");
            assertThat(state(coordinator, to, officer)).isEmpty();
        }
        try (var next = Copy.started(scope)) {
            var coordinator = Person.coordinator(next.port());
            await().untilAsserted(
                            () -> assertThat(state(coordinator, to, officer)).isEqualTo("ENROLLED"));
            assertThat(text(coordinator, to, officer, "/requestedAt"))
                    .isEqualTo(text(coordinator, from, officer, "/requestedAt"));
            assertThat(state(coordinator, from, waiting)).isEqualTo("ENROLLED");
        }
    }

    @Test
    void isNotLostWhenTheOtherTrainingIsCancelledInBetween() {
        UUID from;
        UUID to;
        try (var dying = Copy.started(scope).withoutRelay()) {
            var coordinator = Person.coordinator(dying.port());
            from = open(dying, 1);
            to = open(dying, 1);
            coordinator.enrolls(from, officer);
            dying.context()
                    .getBean(Transfers.class)
                    .leave(from, Ids.enrollment(from, officer), to, COORDINATOR, TrainingSteps.ANY_VERSION);
            coordinator.cancels(to, CancelReason.WEATHER);
        }
        try (var next = Copy.started(scope)) {
            var coordinator = Person.coordinator(next.port());
            await().untilAsserted(() ->
                    assertThat(text(coordinator, to, officer, "/reason")).isEqualTo("TRAINING_CANCELLED"));
            assertThat(coordinator.transfers(to, officer, open(next, 1)).text("/state"))
                    .isEqualTo("ENROLLED");
        }
    }

    @Test
    void sellsNoSeatTwiceWhenManyMoveAtOnce() throws Exception {
        try (var one = Copy.started(scope);
                var two = Copy.started(scope);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var coordinator = Person.coordinator(one.port());
            var from = open(one, 20);
            var to = open(one, 5);
            var officers =
                    IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
            coordinator.enrolls(from, officers.toArray(UUID[]::new));
            var moving = IntStream.range(0, officers.size())
                    .<Callable<Integer>>mapToObj(n -> () -> Person.coordinator(n % 2 == 0 ? one.port() : two.port())
                            .transfers(from, officers.get(n), to)
                            .status())
                    .toList();
            var answers =
                    clients.invokeAll(moving).stream().map(it -> it.resultNow()).toList();
            assertThat(answers).allMatch(it -> List.of(200, 409).contains(it));

            assertThat(coordinator.reads(to).text("/enrolled")).isEqualTo("5");
            // everybody is where a seat or a place in the line is, and nowhere twice
            assertThat(officers).allSatisfy(it -> {
                var there = state(coordinator, to, it);
                assertThat(state(coordinator, from, it)).isEqualTo(there.isEmpty() ? "ENROLLED" : "WITHDRAWN");
                assertThat(there).isIn("", "ENROLLED", "WAITLISTED");
            });
        }
    }

    private static UUID open(Copy copy, int capacity) {
        var coordinator = Person.coordinator(copy.port());
        var training = UUID.fromString(coordinator
                .creates(planFor(capacity), UUID.randomUUID().toString())
                .text("/id"));
        coordinator.opens(training);
        return training;
    }
}
