package org.parley.enrollment;

import java.util.List;
import java.util.regex.Pattern;

/** What a training is to be: its cohort's label, its seats, its four days. */
public record TrainingPlan(String cohort, int capacity, List<TrainingDay> days) {

    static final int DAYS = 4;

    /** A roster lives in one document with its waiting list, which must stay small enough to be written as a whole. */
    static final int MOST_SEATS = 500;

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    public TrainingPlan {
        days = List.copyOf(days);
    }

    List<Breach> breaches() {
        var breaches = new Breaches()
                .unless(LABEL.matcher(cohort).matches(), "/cohort", "must match " + LABEL.pattern())
                .unless(capacity >= 1 && capacity <= MOST_SEATS, "/capacity", "must be between 1 and " + MOST_SEATS)
                .unless(days.size() == DAYS, "/days", "must be exactly " + DAYS);
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            breaches.unless(day.start().isBefore(day.end()), "/days/" + i + "/end", "must be after start");
            breaches.unless(
                    i == 0 || days.get(i - 1).date().isBefore(day.date()),
                    "/days/" + i + "/date",
                    "must be after the day before it");
        }
        return breaches.found();
    }
}
