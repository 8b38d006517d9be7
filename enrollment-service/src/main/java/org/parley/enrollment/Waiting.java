package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.WAITLISTED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps those in the line of a training there. The seats are counted once, for however many it is asked about. */
public final class Waiting {

    private final Seats seats;

    Waiting(TrainingPlan plan, List<Enrollment> roster) {
        this.seats = new Seats(plan, roster);
    }

    /** Null for one that isn't in the line, or that nothing keeps there. */
    public @Nullable WaitsFor of(Enrollment enrollment) {
        return enrollment.state() == WAITLISTED ? seats.waitsFor(enrollment) : null;
    }
}
