package org.parley.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trainings as they stand at some point of their life. */
final class Cohorts {

    static final UUID TRAINING = UUID.fromString("0b9d6f0e-3a4e-5d0c-8a56-6d2f6d8f2c01");
    static final UUID TRAINER = UUID.fromString("7c0e2b1a-93d4-4f5b-8a61-2e9d4c7f5b30");
    static final UUID NEXT = UUID.fromString("4a8f5b0e-6d2c-5e1b-9b37-8c1d0e2f3a14");
    static final String SECRET = "c2VjcmV0IG9mIGEgdGVzdCwgMzIgYnl0ZXMgbG9uZyE=";
    static final Standings NOBODY_ELSEWHERE = officer -> Standing.HERE;
    static final Instant ASKED = Instant.parse("2026-06-01T13:00:00Z");
    static final Instant ENDED = Instant.parse("2026-07-15T22:00:00Z");
    static final List<LocalDate> DATES = Stream.of("2026-07-07", "2026-07-08", "2026-07-14", "2026-07-15")
            .map(LocalDate::parse)
            .toList();

    private Cohorts() {}

    static TrainingPlan planFor(int capacity) {
        return plan("2026-07", capacity, DATES.stream().map(Cohorts::nineToFive).toList());
    }

    static TrainingPlan plan(String cohort, int capacity, List<TrainingDay> days) {
        return new TrainingPlan(cohort, capacity, days, List.of(TRAINER), List.of(CurriculumPart.values()), null, null);
    }

    static TrainingPlan withCaps(TrainingPlan plan, @Nullable Integer perCommand, @Nullable Integer perBorough) {
        return new TrainingPlan(
                plan.cohort(), plan.capacity(), plan.days(), plan.trainers(), plan.parts(), perCommand, perBorough);
    }

    static TrainingDay nineToFive(LocalDate date) {
        return new TrainingDay(date, LocalTime.of(9, 0), LocalTime.of(17, 0), "ACADEMY-2");
    }

    static Training draftOf(TrainingPlan plan) {
        return Training.draft(plan, SECRET);
    }

    static Training openFor(int capacity) {
        return open(planFor(capacity));
    }

    static Training open(TrainingPlan plan) {
        return after(draftOf(plan).open());
    }

    /** Officers 0, 1, 2 … have asked for a seat in this order. */
    static Training asked(int capacity, int officers) {
        var requests = IntStream.range(0, officers).mapToObj(Cohorts::request).toList();
        return after(openFor(capacity).enroll(requests, Set.of(), ASKED, NOBODY_ELSEWHERE));
    }

    /** An approved one. */
    static Enrollment request(int officer) {
        return request(officer, "PCT-075", "BROOKLYN").waitlist();
    }

    static Enrollment request(int officer, String command, String borough) {
        return Enrollment.requested(TRAINING, new SeatRequest(officer(officer), command, true), borough, ASKED);
    }

    static UUID officer(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    static UUID enrollmentOf(int officer) {
        return Ids.enrollment(TRAINING, officer(officer));
    }

    /** The first n officers are there on the first so many days. */
    static Training attended(Training training, int... daysOfOfficer) {
        var there = training;
        for (var day = 0; day < DATES.size(); day++) {
            var present = new ArrayList<Attendee>();
            for (var officer = 0; officer < daysOfOfficer.length; officer++) {
                if (day < daysOfOfficer[officer]) {
                    present.add(new Attendee(officer(officer), 8));
                }
            }
            there = after(there.attend(DATES.get(day), present));
        }
        return there;
    }

    static Training after(Step step) {
        return switch (step) {
            case Step.Taken(var after) -> after;
            case Step.Impossible _, Step.Refused _, Step.Invalid _, Step.Unknown _, Step.Unclaimed _ ->
                throw new AssertionError(step);
        };
    }
}
