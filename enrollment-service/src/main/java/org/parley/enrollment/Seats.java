package org.parley.enrollment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seats of a training as they are being given out. */
final class Seats {

    private final TrainingPlan plan;
    private final Map<String, Integer> ofCommand = new HashMap<>();
    private final Map<String, Integer> ofBorough = new HashMap<>();
    private int taken;

    Seats(TrainingPlan plan, List<Enrollment> roster) {
        this.plan = plan;
        roster.stream().filter(Enrollment::seated).forEach(this::take);
    }

    void take(Enrollment enrollment) {
        taken++;
        ofCommand.merge(enrollment.command(), 1, Integer::sum);
        ofBorough.merge(enrollment.borough(), 1, Integer::sum);
    }

    /**
     * What keeps it from a seat; null when nothing does. A limit of its own is named before a want of seats: a seat that
     * comes free would not help.
     */
    @Nullable
    WaitsFor waitsFor(Enrollment enrollment) {
        if (isFull(ofCommand, enrollment.command(), plan.seatsPerCommand())) {
            return WaitsFor.COMMAND_CAP;
        }
        if (isFull(ofBorough, enrollment.borough(), plan.seatsPerBorough())) {
            return WaitsFor.BOROUGH_CAP;
        }
        return taken >= plan.capacity() ? WaitsFor.SEAT : null;
    }

    private static boolean isFull(Map<String, Integer> seats, String whose, @Nullable Integer most) {
        return most != null && seats.getOrDefault(whose, 0) >= most;
    }
}
