package org.parley.enrollment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.Fact;

/**
 * What the world learns when a training changes, read off the states before and after: so nothing is told twice and
 * nothing is forgotten, whatever the change was.
 */
record TrainingFacts(UUID training, Actor actor) {

    static final String TRAINING_SCHEDULED = "org.parley.training.scheduled.v1";
    static final String TRAINING_RESCHEDULED = "org.parley.training.rescheduled.v1";
    static final String TRAINING_CANCELLED = "org.parley.training.cancelled.v1";
    static final String TRAINING_COMPLETED = "org.parley.training.completed.v1";
    static final String TRAINING_AMENDED = "org.parley.training.amended.v1";
    static final String ENROLLMENT_ENROLLED = "org.parley.enrollment.enrolled.v1";
    static final String ENROLLMENT_WITHDRAWN = "org.parley.enrollment.withdrawn.v1";
    static final String ENROLLMENT_COMPLETED = "org.parley.enrollment.completed.v1";
    static final String ENROLLMENT_ENDED = "org.parley.enrollment.ended.v1";

    /** A training, and who did something to it. */
    record OfTraining(Actor actor, @Nullable String reason, TrainingSummary training) {}

    /** An enrollment, and who did something to it. */
    record OfEnrollment(Actor actor, @Nullable String reason, EnrollmentSummary enrollment) {}

    /** The training first, then its enrollments in the order of the roster. */
    List<Fact> between(Training before, Training after) {
        var was = before.roster().stream().collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var ofEnrollments = after.roster().stream().filter(it -> isNews(was.get(it.id()), it));
        return Stream.concat(told(before, after).stream(), ofEnrollments.flatMap(it -> told(after, it).stream()))
                .toList();
    }

    private static boolean isNews(@Nullable Enrollment was, Enrollment now) {
        return was == null || was.state() != now.state() || !Objects.equals(was.movedTo(), now.movedTo());
    }

    private Optional<Fact> told(Training before, Training after) {
        var type = switch (after.state()) {
            case OPEN -> before.state() == after.state() ? rescheduled(before, after) : Optional.of(TRAINING_SCHEDULED);
            case RUNNING -> rescheduled(before, after);
            case CANCELLED ->
                before.state() == after.state() ? Optional.<String>empty() : Optional.of(TRAINING_CANCELLED);
            case COMPLETED ->
                before.state() == after.state() ? amended(before, after) : Optional.of(TRAINING_COMPLETED);
            case DRAFT -> Optional.<String>empty();
        };
        var summary = TrainingSummary.of(training, after);
        var reason =
                summary.cancelledFor() == null ? null : summary.cancelledFor().name();
        return type.map(it -> new Fact(it, training.toString(), new OfTraining(actor, reason, summary)));
    }

    private static Optional<String> rescheduled(Training before, Training after) {
        return before.plan().equals(after.plan()) ? Optional.empty() : Optional.of(TRAINING_RESCHEDULED);
    }

    /** Counts move after the end when a day is made up. */
    private Optional<String> amended(Training before, Training after) {
        return TrainingSummary.of(training, before).equals(TrainingSummary.of(training, after))
                ? Optional.empty()
                : Optional.of(TRAINING_AMENDED);
    }

    /** Of requests and of the line nobody outside needs to know: the training's counts have them. */
    private Optional<Fact> told(Training after, Enrollment enrollment) {
        var type = switch (enrollment.state()) {
            case ENROLLED -> Optional.of(ENROLLMENT_ENROLLED);
            case WITHDRAWN -> Optional.of(ENROLLMENT_WITHDRAWN);
            case COMPLETED -> Optional.of(ENROLLMENT_COMPLETED);
            case INCOMPLETE, NO_SHOW -> Optional.of(ENROLLMENT_ENDED);
            case REQUESTED, WAITLISTED, DECLINED -> Optional.<String>empty();
        };
        var summary = EnrollmentSummary.of(training, after, enrollment);
        var data = new OfEnrollment(actor, enrollment.reason(), summary);
        return type.map(it -> new Fact(it, enrollment.id().toString(), data));
    }
}
