package org.parley.enrollment;

import static org.parley.enrollment.EnrollmentState.WAITLISTED;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who waits for a seat of a training, and who gets one: a roster in the order of the first requests. */
record Line(TrainingPlan plan, List<Enrollment> roster) {

    /**
     * The roster once all seats are given that can be.
     *
     * @param unasked of whom it has to be known first whether they have a seat elsewhere
     */
    record Moved(List<Enrollment> roster, Set<UUID> unasked) {}

    /**
     * Whoever has waited longest, and whose command and borough have not had all they may have, gets what is free. Who
     * has a seat in another training by now gives up the place.
     */
    Moved moveUp(Standings standings) {
        var seats = new Seats(plan, roster);
        var next = new ArrayList<Enrollment>(roster.size());
        var unasked = new LinkedHashSet<UUID>();
        for (var enrollment : roster) {
            if (enrollment.state() != WAITLISTED || seats.waitsFor(enrollment) != null) {
                next.add(enrollment);
                continue;
            }
            switch (standings.of(enrollment.officer())) {
                case HERE -> {
                    seats.take(enrollment);
                    next.add(enrollment.seat());
                }
                case ELSEWHERE -> next.add(enrollment.withdraw(Enrollment.SEAT_ELSEWHERE));
                case UNASKED -> {
                    seats.take(enrollment);
                    unasked.add(enrollment.officer());
                }
            }
        }
        return new Moved(next, unasked);
    }

    /** After those who asked before or at the same time. */
    List<Enrollment> with(Enrollment arriving) {
        var next = new ArrayList<>(roster);
        var place = (int) roster.stream()
                .filter(it -> !it.requestedAt().isAfter(arriving.requestedAt()))
                .count();
        next.add(place, arriving);
        return next;
    }

    /** It would get a seat if it stood here now; those who wait may have asked before. */
    boolean hasSeatFor(Enrollment other) {
        var seats = new Seats(plan, roster);
        roster.stream()
                .filter(it -> it.state() == WAITLISTED && !it.requestedAt().isAfter(other.requestedAt()))
                .filter(it -> seats.waitsFor(it) == null)
                .forEach(seats::take);
        return seats.waitsFor(other) == null;
    }
}
