package org.parley.enrollment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/** Who was there: taken by coordinators and the training's trainers, or shown by the officers with the day's code. */
@Component
public class AttendanceManagement {

    private final TrainingSteps steps;
    private final Clock clock;

    AttendanceManagement(TrainingSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /** Empty: there is no such training. */
    public Optional<Outcome<Training, Step>> attend(
            UUID id, LocalDate date, List<Attendee> there, Requester requester, LongConsumer guard) {
        return ofTrainer(
                id,
                requester,
                guard,
                training -> date.isAfter(NewYork.day(clock.instant()))
                        ? new Step.Invalid(List.of(new Breach("date", "must not be a day to come")))
                        : training.attend(date, there));
    }

    /**
     * The officer was there on that day of another training.
     *
     * @param id the training that the officer is enrolled in
     * @param in the other one, by whose trainers, or by a coordinator, it is recorded
     */
    public Optional<Outcome<Training, Step>> makeUp(
            UUID id, UUID enrollment, int number, UUID in, double hours, Requester requester, LongConsumer guard) {
        var there = steps.find(in).map(held -> held.state());
        return steps.take(id, requester.actor(), guard, (training, _) -> {
            if (training.enrollment(enrollment).isEmpty()
                    || number < 1
                    || number > TrainingPlan.DAYS
                    || !(requester.isCoordinator()
                            || there.filter(requester::runs).isPresent())) {
                return new Step.Unknown();
            }
            var day = there.filter(it -> it.isLive() || it.state() == TrainingState.COMPLETED)
                    .map(it -> it.plan().days().get(number - 1));
            var breaches = new Breaches()
                    .unless(
                            day.isPresent() && !in.equals(id),
                            "/training",
                            "must be another training that was opened and takes place");
            day.ifPresent(it -> breaches.unless(
                    !it.date().isAfter(NewYork.day(clock.instant())), "/training", "must have had that day already"));
            day.ifPresent(it -> breaches.unless(hours > 0 && hours <= it.hours(), "/hours", it.hoursRule()));
            return breaches.found().isEmpty()
                    ? training.makeUp(
                            enrollment,
                            new AttendedDay(number, day.orElseThrow().date(), hours, in))
                    : new Step.Invalid(breaches.found());
        });
    }

    /** @param number of the day, from 1 */
    public Optional<Outcome<Training, Step>> signIn(UUID id, int number, String code, Requester requester) {
        return steps.take(
                id,
                requester.actor(),
                TrainingSteps.ANY_VERSION,
                (training, _) -> requester
                        .officer()
                        .map(officer -> training.signIn(officer, number, code, clock.instant()))
                        .orElseGet(Step.Unknown::new));
    }

    /** What a trainer who asks for a code gets. */
    public sealed interface Code {

        /** To be shown in the room; it is another one from {@code validUntil} on. */
        record Shown(int day, String code, Instant validUntil) implements Code {}

        /** It is not that day, or that day has ended. */
        record NotNow() implements Code {}
    }

    /** Empty: there is no such training, or day, for the one who asks. */
    public Optional<Code> code(UUID id, int number, Requester requester) {
        var now = clock.instant();
        return steps.find(id)
                .map(held -> held.state())
                .filter(requester::runs)
                .filter(_ -> number >= 1 && number <= TrainingPlan.DAYS)
                .map(training -> training.isLive() && training.isSignInTime(number, now)
                        ? new Code.Shown(
                                number, new SignInCodes(training.secret(), number).at(now), SignInCodes.validUntil(now))
                        : new Code.NotNow());
    }

    private Optional<Outcome<Training, Step>> ofTrainer(
            UUID id, Requester requester, LongConsumer guard, Function<Training, Step> taking) {
        return steps.take(
                id,
                requester.actor(),
                guard,
                (training, _) -> requester.runs(training) ? taking.apply(training) : new Step.Unknown());
    }
}
