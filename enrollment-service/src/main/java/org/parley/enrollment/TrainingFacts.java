package org.parley.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    static final String TRAINING_COMPLETED = "org.parley.training.completed.v1";
    static final String ENROLLMENT_ENROLLED = "org.parley.enrollment.enrolled.v1";
    static final String ENROLLMENT_WITHDRAWN = "org.parley.enrollment.withdrawn.v1";
    static final String ENROLLMENT_COMPLETED = "org.parley.enrollment.completed.v1";

    /** A training, and who did something to it. */
    record OfTraining(Actor actor, @Nullable String reason, TrainingSummary training) {}

    /** An enrollment, and who did something to it. */
    record OfEnrollment(Actor actor, @Nullable String reason, EnrollmentSummary enrollment) {}

    /** The training first, then its enrollments in the order of the roster. */
    List<Fact> between(Training before, Training after) {
        var was = before.roster().stream().collect(Collectors.toMap(Enrollment::id, Enrollment::state));
        var ofTraining = Stream.of(after).filter(it -> it.state() != before.state());
        var ofEnrollments = after.roster().stream().filter(it -> it.state() != was.get(it.id()));
        return Stream.concat(
                        ofTraining.flatMap(it -> told(it).stream()),
                        ofEnrollments.flatMap(it -> told(after, it).stream()))
                .toList();
    }

    private Optional<Fact> told(Training after) {
        var type = switch (after.state()) {
            case OPEN -> Optional.of(TRAINING_SCHEDULED);
            case COMPLETED -> Optional.of(TRAINING_COMPLETED);
            case DRAFT, RUNNING, CANCELLED -> Optional.<String>empty();
        };
        var data = new OfTraining(actor, null, TrainingSummary.of(training, after));
        return type.map(it -> new Fact(it, training.toString(), data));
    }

    private Optional<Fact> told(Training after, Enrollment enrollment) {
        var type = switch (enrollment.state()) {
            case ENROLLED -> Optional.of(ENROLLMENT_ENROLLED);
            case WITHDRAWN -> Optional.of(ENROLLMENT_WITHDRAWN);
            case COMPLETED -> Optional.of(ENROLLMENT_COMPLETED);
            case REQUESTED, WAITLISTED, DECLINED, INCOMPLETE, NO_SHOW -> Optional.<String>empty();
        };
        var data = new OfEnrollment(actor, null, EnrollmentSummary.of(training, after, enrollment));
        return type.map(it -> new Fact(it, enrollment.id().toString(), data));
    }
}
