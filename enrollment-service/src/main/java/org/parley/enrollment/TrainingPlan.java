package org.parley.enrollment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a training is to be.
 *
 * @param cohort its label
 * @param trainers opaque ids; a draft may do without
 * @param seatsPerCommand the most seats that officers of one command may have; null for no such limit
 * @param seatsPerBorough the same for a borough
 */
public record TrainingPlan(
        String cohort,
        int capacity,
        List<TrainingDay> days,
        List<UUID> trainers,
        List<CurriculumPart> parts,
        @Nullable Integer seatsPerCommand,
        @Nullable Integer seatsPerBorough) {

    static final int DAYS = 4;

    /** A roster lives in one document with its waiting list, which must stay small enough to be written as a whole. */
    static final int MOST_SEATS = 500;

    static final int MOST_TRAINERS = 20;

    /** What fits into an event, and what is no slip of the keyboard. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    public TrainingPlan {
        days = List.copyOf(days);
        trainers = List.copyOf(trainers);
        parts = List.copyOf(parts);
    }

    /** With another day in the place of one, from 1. */
    TrainingPlan with(int number, TrainingDay day) {
        var next = new ArrayList<>(days);
        next.set(number - 1, day);
        return new TrainingPlan(cohort, capacity, next, trainers, parts, seatsPerCommand, seatsPerBorough);
    }

    List<Breach> breaches() {
        var breaches = new Breaches()
                .unless(LABEL.matcher(cohort).matches(), "/cohort", "must match " + LABEL.pattern())
                .unless(capacity >= 1 && capacity <= MOST_SEATS, "/capacity", "must be between 1 and " + MOST_SEATS)
                .unless(days.size() == DAYS, "/days", "must be exactly " + DAYS)
                .unless(trainers.size() <= MOST_TRAINERS, "/trainers", "must be " + MOST_TRAINERS + " at most")
                .unless(new HashSet<>(trainers).size() == trainers.size(), "/trainers", "must be named once each")
                .unless(!parts.isEmpty(), "/parts", "must be one at least")
                .unless(new HashSet<>(parts).size() == parts.size(), "/parts", "must be named once each")
                .unless(isCap(seatsPerCommand), "/seatsPerCommand", "must be between 1 and the capacity")
                .unless(isCap(seatsPerBorough), "/seatsPerBorough", "must be between 1 and the capacity");
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var venue = day.venue();
            breaches.unless(
                    day.date().getYear() >= FIRST_YEAR && day.date().getYear() <= LAST_YEAR,
                    "/days/" + i + "/date",
                    "must be of the years " + FIRST_YEAR + " to " + LAST_YEAR);
            breaches.unless(day.start().isBefore(day.end()), "/days/" + i + "/end", "must be after start");
            breaches.unless(
                    i == 0 || days.get(i - 1).date().isBefore(day.date()),
                    "/days/" + i + "/date",
                    "must be after the day before it");
            breaches.unless(
                    venue == null || LABEL.matcher(venue).matches(),
                    "/days/" + i + "/venue",
                    "must match " + LABEL.pattern());
        }
        return breaches.found();
    }

    private boolean isCap(@Nullable Integer cap) {
        return cap == null || (cap >= 1 && cap <= capacity);
    }
}
