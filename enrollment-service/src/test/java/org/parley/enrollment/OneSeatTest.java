package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.Roster.enrolled;
import static org.parley.enrollment.Roster.results;
import static org.parley.enrollment.Roster.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer has a seat in at most one training that isn't over, whatever runs at once. */
@ParleyTest
class OneSeatTest {

    private static final Actor SOMEBODY = new Actor("coordinator", "coordinator");

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    TrainingSteps steps;

    @Autowired
    SeatClaims claims;

    private Person coordinator;
    private final UUID officer = UUID.randomUUID();

    @BeforeEach
    void begin() {
        coordinator = Person.coordinator(port);
    }

    @Test
    void whoHasASeatGetsNoOtherUntilItIsGivenUp() {
        var first = open(1);
        var second = open(1);
        coordinator.enrolls(first, officer);
        assertThat(results(coordinator.enrolls(second, officer))).containsExactly("seat-elsewhere");
        coordinator.withdraws(first, officer);
        assertThat(results(coordinator.enrolls(second, officer))).containsExactly("ENROLLED");
    }

    @Test
    void aTrainingThatIsOverIsNoHindrance() {
        var first = open(1);
        coordinator.enrolls(first, officer);
        coordinator.cancels(first, CancelReason.WEATHER);
        assertThat(results(coordinator.enrolls(open(1), officer))).containsExactly("ENROLLED");
    }

    @Test
    void whoWaitsInTwoLinesGetsTheSeatThatComesFirst() {
        var first = open(1);
        var second = open(1);
        var ahead = UUID.randomUUID();
        var aheadThere = UUID.randomUUID();
        var behind = UUID.randomUUID();
        coordinator.enrolls(first, ahead, officer);
        coordinator.enrolls(second, aheadThere, officer, behind);
        coordinator.withdraws(first, ahead);
        assertThat(state(coordinator, first, officer)).isEqualTo("ENROLLED");

        coordinator.withdraws(second, aheadThere);
        assertThat(state(coordinator, second, officer)).isEqualTo("WITHDRAWN");
        assertThat(state(coordinator, second, behind)).isEqualTo("ENROLLED");
    }

    @Test
    void aClaimThatCameToNothingIsTakenOver() {
        var crashed = open(1);
        claims.claim(Set.of(officer), crashed);
        var second = open(1);
        assertThat(results(coordinator.enrolls(second, officer))).containsExactly("ENROLLED");
        assertThat(results(coordinator.enrolls(crashed, officer))).containsExactly("seat-elsewhere");
    }

    @Test
    void aSeatIsNotWrittenByAClaimThatWasTakenOverMeanwhile() {
        var slow = open(1);
        var quick = open(1);
        var overtaken = new AtomicBoolean();
        var asking = Enrollment.requested(slow, new SeatRequest(officer, "PCT-075", false), "BROOKLYN", Instant.now())
                .waitlist();
        steps.take(slow, SOMEBODY, TrainingSteps.ANY_VERSION, (training, standings) -> {
            // read the training, read the claim, and now, before the write:
            if (standings.of(officer) == Standing.HERE && overtaken.compareAndSet(false, true)) {
                assertThat(results(coordinator.enrolls(quick, officer))).containsExactly("ENROLLED");
            }
            return training.enroll(List.of(asking), Set.of(), Instant.now(), standings);
        });
        assertThat(overtaken).isTrue();
        assertThat(state(coordinator, quick, officer)).isEqualTo("ENROLLED");
        assertThat(enrolled(coordinator, slow)).isEmpty();
    }

    @Test
    void manyWhoAskInThreeTrainingsAtTwoCopiesGetOneSeatEach() throws Exception {
        var trainings = Stream.generate(() -> open(40)).limit(3).toList();
        var officers = Stream.generate(UUID::randomUUID).limit(30).toList();
        try (var copy = Copy.started(scope());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, officers.size() * trainings.size())
                    .<Callable<Integer>>mapToObj(n -> () -> Person.coordinator(n % 2 == 0 ? port : copy.port())
                            .enrolls(trainings.get(n % trainings.size()), officers.get(n / trainings.size()))
                            .status())
                    .toList();
            assertThat(clients.invokeAll(asking).stream().map(it -> it.resultNow()))
                    .containsOnly(200);
        }
        assertThat(seats(trainings)).hasSize(officers.size()).containsOnlyKeys(officers);
        assertThat(seats(trainings).values()).containsOnly(1L);
    }

    @Test
    void manyWhoMoveUpInTwoLinesAtOnceGetOneSeatEach() throws Exception {
        var trainings = List.of(open(10), open(10));
        var officers = Stream.generate(UUID::randomUUID).limit(10).toArray(UUID[]::new);
        var before = trainings.stream()
                .map(it -> Stream.generate(UUID::randomUUID).limit(10).toList())
                .toList();
        for (var n = 0; n < 2; n++) {
            coordinator.enrolls(trainings.get(n), before.get(n).toArray(UUID[]::new));
            coordinator.enrolls(trainings.get(n), officers);
        }
        try (var copy = Copy.started(scope());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var leaving = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(n -> () -> Person.coordinator(n % 2 == 0 ? port : copy.port())
                            .withdraws(trainings.get(n % 2), before.get(n % 2).get(n / 2))
                            .status())
                    .toList();
            assertThat(clients.invokeAll(leaving).stream().map(it -> it.resultNow()))
                    .containsOnly(200);
        }
        assertThat(seats(trainings)).containsOnlyKeys(officers);
        assertThat(seats(trainings).values()).containsOnly(1L);
    }

    private Map<UUID, Long> seats(List<UUID> trainings) {
        return trainings.stream()
                .flatMap(it -> enrolled(coordinator, it).stream())
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    }

    private UUID open(int capacity) {
        var training = UUID.fromString(Person.coordinator(port)
                .creates(planFor(capacity), UUID.randomUUID().toString())
                .text("/id"));
        Person.coordinator(port).opens(training);
        return training;
    }

    private String scope() {
        return topics.prefix().substring(0, topics.prefix().length() - 1);
    }
}
