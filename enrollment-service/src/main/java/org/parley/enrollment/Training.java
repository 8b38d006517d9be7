package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;
import static org.parley.enrollment.TrainingState.COMPLETED;
import static org.parley.enrollment.TrainingState.DRAFT;
import static org.parley.enrollment.TrainingState.OPEN;
import static org.parley.enrollment.TrainingState.RUNNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A training and its roster, in the order in which seats were asked for. Every change gives a new one; what a change
 * tells the world is in {@link TrainingFacts}.
 */
public record Training(
        TrainingState state,
        TrainingPlan plan,
        List<Enrollment> roster,
        @Nullable Instant completedAt) {

    /** Seats and waiting list together: a document is written as a whole and must stay far below what stores take. */
    static final int LONGEST_ROSTER = 2_000;

    public Training {
        roster = List.copyOf(roster);
    }

    static Training draft(TrainingPlan plan) {
        return new Training(DRAFT, plan, List.of(), null);
    }

    Step open() {
        return switch (state) {
            case DRAFT -> new Step.Taken(with(OPEN, roster));
            case OPEN -> new Step.Taken(this);
            case RUNNING, COMPLETED, CANCELLED -> impossible("training-not-draft", "can no longer be opened");
        };
    }

    /**
     * Seats while there are any, then the waiting list, in the order of the requests. Who is on the roster stays as is,
     * also when it is no longer open; who finds no room on it is not on it afterwards.
     */
    Step enroll(List<Enrollment> requests) {
        var known = roster.stream().map(Enrollment::officer).collect(Collectors.toCollection(HashSet::new));
        var fresh = requests.stream().filter(it -> known.add(it.officer())).toList();
        if (state != OPEN && !fresh.isEmpty()) {
            return impossible("training-not-open", "is not open for enrollment");
        }
        var room = fresh.stream()
                .limit(Math.max(0, LONGEST_ROSTER - roster.size()))
                .map(Enrollment::waitlist);
        return new Step.Taken(
                with(state, Stream.concat(roster.stream(), room).toList()).seatWaiting());
    }

    Step withdraw(UUID enrollment) {
        if (state != OPEN && state != RUNNING) {
            return impossible("training-not-open", "is over or has not been opened");
        }
        return new Step.Taken(
                changing(it -> it.id().equals(enrollment), Enrollment::withdraw).seatWaiting());
    }

    /** Replaces what was recorded for that day; an enrolled officer who isn't named was not there. */
    Step attend(LocalDate date, List<Attendee> there) {
        if (state != OPEN && state != RUNNING) {
            return impossible("training-not-open", "is over or has not been opened");
        }
        var day = plan.days().stream().filter(it -> it.date().equals(date)).findFirst();
        if (day.isEmpty()) {
            return new Step.Invalid(List.of(new Breach("date", "must be one of the training's days")));
        }
        var breaches = breaches(day.get(), there);
        if (!breaches.isEmpty()) {
            return new Step.Invalid(breaches);
        }
        var hours = there.stream().collect(Collectors.toMap(Attendee::officer, Attendee::hours));
        var attended =
                changing(it -> it.state() == ENROLLED, it -> it.attended(date, hours.getOrDefault(it.officer(), 0.0)));
        return new Step.Taken(attended.with(RUNNING, attended.roster));
    }

    Step complete(Instant now) {
        return switch (state) {
            case RUNNING -> {
                var ended = roster.stream().map(it -> it.end(TrainingPlan.DAYS)).toList();
                yield new Step.Taken(new Training(COMPLETED, plan, ended, now));
            }
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

    int count(Predicate<Enrollment> which) {
        return (int) roster.stream().filter(which).count();
    }

    private List<Breach> breaches(TrainingDay day, List<Attendee> there) {
        var breaches = new Breaches();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < there.size(); i++) {
            var attendee = there.get(i);
            var enrolled =
                    of(attendee.officer()).filter(it -> it.state() == ENROLLED).isPresent();
            var hours = attendee.hours();
            breaches.unless(enrolled, "/attended/" + i + "/officer", "must be enrolled in this training");
            breaches.unless(seen.add(attendee.officer()), "/attended/" + i + "/officer", "must be named once");
            breaches.unless(
                    hours > 0 && hours <= day.hours(),
                    "/attended/" + i + "/hours",
                    "must be more than 0 and at most the day's " + day.hours());
        }
        return breaches.found();
    }

    /** Whoever has waited longest gets what is free. */
    private Training seatWaiting() {
        var free = plan.capacity() - count(Enrollment::seated);
        var next = new ArrayList<Enrollment>(roster.size());
        for (var enrollment : roster) {
            var seat = free > 0 && enrollment.state() == WAITLISTED;
            next.add(seat ? enrollment.seat() : enrollment);
            free -= seat ? 1 : 0;
        }
        return with(state, next);
    }

    private Training changing(Predicate<Enrollment> which, UnaryOperator<Enrollment> change) {
        return with(
                state,
                roster.stream()
                        .map(it -> which.test(it) ? change.apply(it) : it)
                        .toList());
    }

    private Training with(TrainingState next, List<Enrollment> nextRoster) {
        return new Training(next, plan, nextRoster, completedAt);
    }

    private Step impossible(String problem, String detail) {
        return new Step.Impossible(problem, "The training is " + state + ": it " + detail);
    }
}
