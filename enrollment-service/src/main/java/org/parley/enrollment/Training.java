package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.NO_SHOW;
import static org.parley.enrollment.EnrollmentState.REQUESTED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.TrainingState.CANCELLED;
import static org.parley.enrollment.TrainingState.COMPLETED;
import static org.parley.enrollment.TrainingState.DRAFT;
import static org.parley.enrollment.TrainingState.OPEN;
import static org.parley.enrollment.TrainingState.RUNNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A training and its roster, in the order in which seats were asked for. Every change gives a new one; what a change
 * tells the world is in {@link TrainingFacts}, and what it adds to histories in {@link Histories}.
 *
 * @param asked the plan that it was created with, by which a repeated creation is known
 * @param secret of its sign-in codes
 */
public record Training(
        TrainingState state,
        TrainingPlan plan,
        TrainingPlan asked,
        String secret,
        List<Enrollment> roster,
        @Nullable Cancellation cancellation,
        @Nullable Instant completedAt) {

    /** Seats and waiting list together: a document is written as a whole and must stay far below what stores take. */
    static final int LONGEST_ROSTER = 2_000;

    /** Of one officer on one day. */
    static final int MOST_WRONG_CODES = 5;

    private static final String NOT_OPEN = "training-not-open";

    public Training {
        roster = List.copyOf(roster);
    }

    static Training draft(TrainingPlan plan, String secret) {
        return new Training(DRAFT, plan, plan, secret, List.of(), null, null);
    }

    Step amend(TrainingPlan next) {
        return state == DRAFT ? new Step.Taken(with(next)) : impossible("training-not-draft", "can't be amended");
    }

    Step open() {
        return switch (state) {
            case DRAFT ->
                plan.trainers().isEmpty()
                        ? impossible("training-without-trainer", "has no trainer yet")
                        : new Step.Taken(with(OPEN, roster));
            case OPEN -> new Step.Taken(this);
            case RUNNING, COMPLETED, CANCELLED -> impossible("training-not-draft", "can no longer be opened");
        };
    }

    /** Everybody who has a seat or waits for one loses it. */
    Step cancel(CancelReason reason, @Nullable UUID instead) {
        return switch (state) {
            case DRAFT, OPEN, RUNNING ->
                new Step.Taken(new Training(
                        CANCELLED,
                        plan,
                        asked,
                        secret,
                        roster.stream()
                                // what was attended counts, and the rest is made up in another cohort
                                .map(it -> it.days().isEmpty() ? it.withdraw(Enrollment.TRAINING_CANCELLED) : it.end())
                                .toList(),
                        new Cancellation(reason, instead),
                        null));
            case CANCELLED -> new Step.Taken(this);
            case COMPLETED -> impossible("training-over", "can no longer be cancelled");
        };
    }

    /** @param number of the day, from 1 */
    Step reschedule(int number, TrainingDay day) {
        if (number < 1 || number > plan.days().size()) {
            return new Step.Unknown();
        }
        if (!isLive()) {
            return impossible(NOT_OPEN, "is over or has not been opened");
        }
        var next = plan.with(number, day);
        if (next.equals(plan)) {
            return new Step.Taken(this);
        }
        if (count(it -> it.day(number).filter(there -> there.madeUpIn() == null).isPresent()) > 0) {
            return impossible("day-has-attendance", "has attendance on that day");
        }
        var prefix = "/days/" + (number - 1);
        var breaches = next.breaches().stream()
                .map(it -> it.field().startsWith(prefix)
                        ? new Breach(it.field().substring(prefix.length()), it.rule())
                        // the day after it is what was there before
                        : new Breach("/date", "must be between the days beside it"))
                .toList();
        return breaches.isEmpty() ? new Step.Taken(with(next)) : new Step.Invalid(breaches);
    }

    /**
     * Seats while there are any, then the waiting list, in the order of the requests; who needs an approval waits for
     * it. Who is on the roster stays as is, also when it is no longer open, except who has left it and asks again; who
     * finds no room on it, or has a seat in another training, gets no place.
     *
     * @param requests REQUESTED ones need an approval, WAITLISTED ones have it
     * @param again the officers who come back if they have left
     */
    Step enroll(List<Enrollment> requests, Set<UUID> again, Instant now, Standings standings) {
        var before = roster.stream().collect(Collectors.toMap(Enrollment::officer, Function.identity()));
        var known = roster.stream()
                .filter(it -> !(it.hasLeft() && again.contains(it.officer())))
                .map(Enrollment::officer)
                .collect(Collectors.toCollection(HashSet::new));
        var fresh = requests.stream().filter(it -> known.add(it.officer())).toList();
        if (state != OPEN && !fresh.isEmpty()) {
            return impossible(NOT_OPEN, "is not open for enrollment");
        }
        var unasked = unasked(fresh, standings);
        if (!unasked.isEmpty()) {
            return new Step.Unclaimed(unasked);
        }
        // by the command of the request: another one's commander has nothing to approve
        var approved = requests.stream()
                .filter(it -> it.state() == WAITLISTED)
                .collect(Collectors.toMap(Enrollment::id, Enrollment::command, (first, _) -> first));
        var at = latestRequest().filter(it -> it.isAfter(now)).orElse(now);
        var here = fresh.stream()
                .filter(it -> standings.of(it.officer()) == Standing.HERE)
                .map(it -> it.requestedAt(at))
                .toList();
        var room = here.stream()
                .filter(it -> !before.containsKey(it.officer()))
                .limit(Math.max(0, LONGEST_ROSTER - roster.size()))
                .collect(Collectors.toSet());
        var placed = here.stream()
                .filter(it -> room.contains(it) || before.containsKey(it.officer()))
                .map(it -> before.getOrDefault(it.officer(), it).askedAnew(it))
                .toList();
        return changing(
                        it -> it.state() == REQUESTED && it.command().equals(approved.get(it.id())),
                        Enrollment::waitlist)
                .atTheEnd(placed)
                .seatWaiting(standings);
    }

    private Training atTheEnd(List<Enrollment> placed) {
        var whose = placed.stream().map(Enrollment::officer).collect(Collectors.toSet());
        var others = roster.stream().filter(it -> !whose.contains(it.officer()));
        return with(state, Stream.concat(others, placed.stream()).toList());
    }

    Step approve(UUID enrollment, Standings standings) {
        return onRequest(
                enrollment,
                it -> it == ENROLLED || it == WAITLISTED,
                () -> changing(it -> it.id().equals(enrollment), Enrollment::waitlist)
                        .seatWaiting(standings));
    }

    Step decline(UUID enrollment, DeclineReason reason) {
        return onRequest(
                enrollment,
                it -> it == EnrollmentState.DECLINED,
                () -> new Step.Taken(changing(it -> it.id().equals(enrollment), it -> it.decline(reason.name()))));
    }

    Step withdraw(UUID enrollment, WithdrawReason reason, Standings standings) {
        if (!isLive()) {
            return impossible(NOT_OPEN, "is over or has not been opened");
        }
        return changing(it -> it.id().equals(enrollment), it -> it.withdraw(reason.name()))
                .seatWaiting(standings);
    }

    /** The first half of a transfer: gives the seat, or the place in the line, up for one in another training. */
    Step leave(UUID enrollment, UUID to, Standings standings) {
        var leaving = enrollment(enrollment).orElseThrow();
        if (to.equals(leaving.movedTo())) {
            return new Step.Taken(this);
        }
        var isFree = state == CANCELLED
                && Enrollment.TRAINING_CANCELLED.equals(leaving.reason())
                && leaving.movedTo() == null;
        if (!(isLive() && leaving.isLive()) && !isFree) {
            return new Step.Impossible("enrollment-over", "The enrollment is " + leaving.state() + " for good.");
        }
        if (!leaving.days().isEmpty()) {
            return new Step.Impossible("has-attended", "Who has attended a day makes the others up elsewhere.");
        }
        var left = changing(it -> it.id().equals(enrollment), it -> it.moveTo(to));
        return left.isLive() ? left.seatWaiting(standings) : new Step.Taken(left);
    }

    /**
     * The second half of a transfer, done once: the place in the line is by the first request. Whatever has become of
     * this training meanwhile, nobody gets lost on the way here.
     */
    Step arrive(Enrollment moved, Standings standings) {
        if (of(moved.officer()).isPresent()) {
            return new Step.Taken(this);
        }
        var unasked = unasked(List.of(moved), standings);
        if (isLive() && !unasked.isEmpty()) {
            return new Step.Unclaimed(unasked);
        }
        return switch (state) {
            case OPEN, RUNNING -> inLine(moved).seatWaiting(standings);
            case CANCELLED -> new Step.Taken(inLine(moved.withdraw(Enrollment.TRAINING_CANCELLED)));
            case COMPLETED -> new Step.Taken(inLine(moved.decline(Enrollment.TRAINING_OVER)));
            case DRAFT -> new Step.Taken(inLine(moved));
        };
    }

    /** Replaces what was recorded for that day; an enrolled officer who isn't named was not there. */
    Step attend(LocalDate date, List<Attendee> there) {
        if (!isLive()) {
            return impossible(NOT_OPEN, "is over or has not been opened");
        }
        var number = numberOf(date);
        if (number == 0) {
            return new Step.Invalid(List.of(new Breach("date", "must be one of the training's days")));
        }
        var enrolled = roster.stream()
                .filter(it -> it.state() == ENROLLED)
                .map(Enrollment::officer)
                .collect(Collectors.toSet());
        var list = new DayList(there);
        var breaches = list.breaches(plan.days().get(number - 1), enrolled);
        if (!breaches.isEmpty()) {
            return new Step.Invalid(breaches);
        }
        return new Step.Taken(changing(it -> it.state() == ENROLLED, list.recording(number, date))
                .running());
    }

    /** Attendance of a day that the officer missed here, in another training. */
    Step makeUp(UUID enrollment, AttendedDay day) {
        var missing = enrollment(enrollment).orElseThrow();
        if (missing.days().contains(day)) {
            return new Step.Taken(this);
        }
        if (missing.state() != ENROLLED && missing.state() != INCOMPLETE && missing.state() != NO_SHOW) {
            return new Step.Impossible("nothing-to-make-up", "The enrollment is " + missing.state() + ".");
        }
        if (state == OPEN) {
            return impossible("training-not-running", "has no day yet that could be missed");
        }
        if (missing.day(day.number()).filter(it -> it.madeUpIn() == null).isPresent()) {
            return new Step.Impossible("day-attended", "The officer was there on that day.");
        }
        return new Step.Taken(changing(
                it -> it.id().equals(enrollment),
                it -> isLive() ? it.attended(day) : it.attended(day).end()));
    }

    /** An officer proves by the day's code to be there. Who signed in, or is recorded, stays as is. */
    Step signIn(UUID officer, int number, String code, Instant now) {
        var enrollment = of(officer).filter(it -> it.state() == ENROLLED);
        if (enrollment.isEmpty() || number < 1 || number > plan.days().size()) {
            return new Step.Unknown();
        }
        if (!isLive() || !isSignInTime(number, now)) {
            return impossible("not-sign-in-time", "takes sign-ins only on its days, until they end");
        }
        var known = enrollment.get();
        if (known.day(number).isPresent()) {
            return new Step.Taken(this);
        }
        if (known.wrongCodesOn(number) >= MOST_WRONG_CODES) {
            return impossible("too-many-wrong-codes", "takes no more codes of this officer today");
        }
        if (!new SignInCodes(secret, number).accepts(code, now)) {
            return new Step.Refused(
                    changing(it -> it.officer().equals(officer), it -> it.wrongCode(number)),
                    "wrong-code",
                    "That is not the code of this minute.");
        }
        var day = plan.days().get(number - 1);
        var there = new AttendedDay(number, day.date(), day.hoursFrom(NewYork.time(now)), null);
        return new Step.Taken(changing(it -> it.officer().equals(officer), it -> it.attended(there))
                .running());
    }

    boolean isSignInTime(int number, Instant now) {
        var day = plan.days().get(number - 1);
        return day.date().equals(NewYork.day(now)) && NewYork.time(now).isBefore(day.end());
    }

    Step complete(Instant now) {
        return switch (state) {
            case RUNNING ->
                new Step.Taken(new Training(
                        COMPLETED,
                        plan,
                        asked,
                        secret,
                        roster.stream().map(Enrollment::end).toList(),
                        null,
                        now));
            case COMPLETED -> new Step.Taken(this);
            case DRAFT, OPEN, CANCELLED -> impossible("training-not-running", "has no attendance yet");
        };
    }

    public Optional<Enrollment> enrollment(UUID id) {
        return roster.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Enrollment> of(UUID officer) {
        return roster.stream().filter(it -> it.officer().equals(officer)).findFirst();
    }

    public Waiting waiting() {
        return new Waiting(plan, roster);
    }

    public boolean isRosterFull() {
        return roster.size() >= LONGEST_ROSTER;
    }

    boolean hasSeatFor(Enrollment other) {
        return line().hasSeatFor(other);
    }

    /** Seats can be given, days attended. */
    boolean isLive() {
        return state == OPEN || state == RUNNING;
    }

    /** The officer has one of its seats, and it isn't over. */
    boolean holds(UUID officer) {
        return isLive() && of(officer).filter(it -> it.state() == ENROLLED).isPresent();
    }

    Training recorded(UnaryOperator<Enrollment> recording) {
        return changing(it -> true, recording);
    }

    int count(Predicate<Enrollment> which) {
        return (int) roster.stream().filter(which).count();
    }

    private Step onRequest(UUID id, Predicate<EnrollmentState> isDone, Supplier<Step> deciding) {
        if (!isLive()) {
            return impossible(NOT_OPEN, "is over or has not been opened");
        }
        var now = enrollment(id).orElseThrow().state();
        if (isDone.test(now)) {
            return new Step.Taken(this);
        }
        return now == REQUESTED
                ? deciding.get()
                : new Step.Impossible("enrollment-not-requested", "The enrollment is " + now + " already.");
    }

    private static LinkedHashSet<UUID> unasked(List<Enrollment> some, Standings standings) {
        return some.stream()
                .map(Enrollment::officer)
                .filter(it -> standings.of(it) == Standing.UNASKED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Two copies' clocks may differ; the line is by time all the same. */
    private Optional<Instant> latestRequest() {
        return roster.stream().map(Enrollment::requestedAt).max(Comparator.naturalOrder());
    }

    private int numberOf(LocalDate date) {
        return IntStream.rangeClosed(1, plan.days().size())
                .filter(it -> plan.days().get(it - 1).date().equals(date))
                .findFirst()
                .orElse(0);
    }

    private Line line() {
        return new Line(plan, roster);
    }

    private Training inLine(Enrollment arriving) {
        return with(state, line().with(arriving));
    }

    private Step seatWaiting(Standings standings) {
        var moved = line().moveUp(standings);
        return moved.unasked().isEmpty()
                ? new Step.Taken(with(state, moved.roster()))
                : new Step.Unclaimed(moved.unasked());
    }

    private Training running() {
        return with(RUNNING, roster);
    }

    private Training changing(Predicate<Enrollment> which, UnaryOperator<Enrollment> change) {
        return with(
                state,
                roster.stream()
                        .map(it -> which.test(it) ? change.apply(it) : it)
                        .toList());
    }

    private Training with(TrainingPlan next) {
        return new Training(state, next, asked, secret, roster, cancellation, completedAt);
    }

    private Training with(TrainingState next, List<Enrollment> nextRoster) {
        return new Training(next, plan, asked, secret, nextRoster, cancellation, completedAt);
    }

    private Step impossible(String problem, String detail) {
        return new Step.Impossible(problem, "The training is " + state + ": it " + detail);
    }
}
