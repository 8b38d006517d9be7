package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentSummary;
import org.parley.enrollment.Training;
import org.parley.enrollment.WaitsFor;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.ProblemException;

/**
 * An enrollment as who may see it sees it.
 *
 * @param reason of the state, where it has one
 * @param waitsFor what keeps it in the line
 */
record EnrollmentView(
        @JsonUnwrapped EnrollmentSummary enrollment,
        @Nullable String reason,
        @Nullable WaitsFor waitsFor) {

    /** Of many in one training. */
    static Function<Enrollment, EnrollmentView> in(Held<Training> held) {
        var training = held.state();
        var id = UUID.fromString(held.id());
        var waiting = training.waiting();
        return enrollment -> new EnrollmentView(
                EnrollmentSummary.of(id, training, enrollment), enrollment.reason(), waiting.of(enrollment));
    }

    static EnrollmentView of(Held<Training> held, Enrollment enrollment) {
        return in(held).apply(enrollment);
    }

    static EnrollmentView of(Held<Training> held, UUID enrollment) {
        return of(held, held.state().enrollment(enrollment).orElseThrow(ProblemException::notFound));
    }
}
