package org.parley.enrollment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/** Filling trainings: requests, approvals, withdrawals. Empty: there is no such training. */
@Component
public class EnrollmentManagement {

    private final TrainingSteps steps;
    private final Officers officers;
    private final Clock clock;
    private final Commands commands = new Commands();

    EnrollmentManagement(TrainingSteps steps, Officers officers, Clock clock) {
        this.steps = steps;
        this.officers = officers;
        this.clock = clock;
    }

    /** What officers ask for themselves waits for an approval. */
    public Optional<Outcome<Training, Step>> enroll(
            UUID id, List<SeatRequest> requests, Requester requester, LongConsumer guard) {
        var today = NewYork.day(clock.instant());
        var serving =
                officers.commandsOn(requests.stream().map(SeatRequest::officer).toList(), today);
        var breaches = new Breaches();
        var asked = new ArrayList<Enrollment>();
        for (var i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var field = "/requests/" + i + "/command";
            var borough = commands.boroughOf(request.command(), today);
            breaches.unless(borough.isPresent(), field, "must be a known command");
            // Which one it is instead is not for everybody who may ask.
            breaches.unless(
                    request.command().equals(serving.getOrDefault(request.officer(), request.command())),
                    field,
                    "must be the one that the roster has the officer in");
            borough.map(it -> Enrollment.requested(id, request, it, clock.instant()))
                    .map(it -> requester.approves(request.command()) ? it.waitlist() : it)
                    .ifPresent(asked::add);
        }
        var again = requests.stream()
                .filter(SeatRequest::again)
                .map(SeatRequest::officer)
                .collect(Collectors.toSet());
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, standings) ->
                        // what is not open yet is there for coordinators only
                        !requester.sees(training)
                                ? new Step.Unknown()
                                : breaches.found().isEmpty()
                                        ? training.enroll(asked, again, clock.instant(), standings)
                                        : new Step.Invalid(breaches.found()));
    }

    public Optional<Outcome<Training, Step>> approve(
            UUID id, UUID enrollment, Requester requester, LongConsumer guard) {
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, standings) -> has(training, enrollment, it -> requester.approves(it.command()))
                        ? training.approve(enrollment, standings)
                        : new Step.Unknown());
    }

    public Optional<Outcome<Training, Step>> decline(
            UUID id, UUID enrollment, DeclineReason reason, Requester requester, LongConsumer guard) {
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, _) -> has(training, enrollment, it -> requester.approves(it.command()))
                        ? training.decline(enrollment, reason)
                        : new Step.Unknown());
    }

    public Optional<Outcome<Training, Step>> withdraw(
            UUID id, UUID enrollment, WithdrawReason reason, Requester requester, LongConsumer guard) {
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, standings) -> has(training, enrollment, requester::sees)
                        ? training.withdraw(enrollment, reason, standings)
                        : new Step.Unknown());
    }

    private static boolean has(Training training, UUID enrollment, Predicate<Enrollment> forRequester) {
        return training.enrollment(enrollment).filter(forRequester).isPresent();
    }
}
