package org.parley.enrollment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/**
 * Planning, filling, running and ending trainings. Each use case takes a guard, which sees the version that is about to
 * be changed and throws if it must not be. Empty: there is no such training.
 */
@Component
public class TrainingManagement {

    private final Documents<Training> trainings;
    private final Clock clock;
    private final Commands commands = new Commands();
    private final Turns turns = new Turns();

    TrainingManagement(Documents<Training> trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    public Creation create(UUID id, TrainingPlan plan) {
        var breaches = plan.breaches();
        if (!breaches.isEmpty()) {
            return new Creation.Invalid(breaches);
        }
        return switch (trainings.insert(id.toString(), Training.draft(plan), List.of())) {
            case Insertion.Inserted<Training>(var held) -> new Creation.Created(held);
            case Insertion.Existing<Training>(var held) ->
                held.state().plan().equals(plan) ? new Creation.Repeated(held) : new Creation.KeyReused();
        };
    }

    public Optional<Held<Training>> find(UUID id) {
        return trainings.find(id.toString());
    }

    public Optional<Outcome<Training, Step>> open(UUID id, Requester requester, LongConsumer guard) {
        return step(id, requester, guard, Training::open);
    }

    public Optional<Outcome<Training, Step>> enroll(
            UUID id, List<SeatRequest> requests, Requester requester, LongConsumer guard) {
        var today = NewYork.day(clock.instant());
        var breaches = new Breaches();
        var asked = new ArrayList<Enrollment>();
        for (var i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var borough = commands.boroughOf(request.command(), today);
            breaches.unless(borough.isPresent(), "/requests/" + i + "/command", "must be a known command");
            borough.ifPresent(it -> asked.add(Enrollment.requested(id, request, it)));
        }
        return step(
                id,
                requester,
                guard,
                training -> breaches.found().isEmpty() ? training.enroll(asked) : new Step.Invalid(breaches.found()));
    }

    public Optional<Outcome<Training, Step>> withdraw(
            UUID id, UUID enrollment, Requester requester, LongConsumer guard) {
        return step(
                id,
                requester,
                guard,
                training ->
                        training.enrollment(enrollment).filter(requester::sees).isPresent()
                                ? training.withdraw(enrollment)
                                : new Step.Unknown());
    }

    public Optional<Outcome<Training, Step>> attend(
            UUID id, LocalDate date, List<Attendee> there, Requester requester, LongConsumer guard) {
        return step(id, requester, guard, training -> training.attend(date, there));
    }

    public Optional<Outcome<Training, Step>> complete(UUID id, Requester requester, LongConsumer guard) {
        return step(id, requester, guard, training -> training.complete(clock.instant()));
    }

    private Optional<Outcome<Training, Step>> step(
            UUID id, Requester requester, LongConsumer guard, Function<Training, Step> taking) {
        var facts = new TrainingFacts(id, requester.actor());
        return turns.take(
                id,
                () -> trainings.change(id.toString(), held -> {
                    guard.accept(held.version());
                    var before = held.state();
                    var step = taking.apply(before);
                    return switch (step) {
                        case Step.Taken(var after)
                        when !after.equals(before) -> Decision.write(step, after, facts.between(before, after));
                        case Step.Taken _, Step.Impossible _, Step.Invalid _, Step.Unknown _ -> Decision.keep(step);
                    };
                }));
    }
}
