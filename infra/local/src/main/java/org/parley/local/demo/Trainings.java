package org.parley.local.demo;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.local.Officers;

/** The cohorts of the year: planned, filled, attended, completed. */
record Trainings(Programme programme, Doors doors) {

    private static final String COORDINATOR = "coordinator";
    private static final String ENROLLMENT = "enrollment";

    void play() {
        doors.all(IntStream.range(0, Programme.COHORTS)
                .<Runnable>mapToObj(cohort -> () -> play(cohort))
                .toList());
    }

    private void play(int cohort) {
        var training = doors.post(
                        COORDINATOR,
                        ENROLLMENT,
                        "/v1/trainings",
                        plan(cohort),
                        "demo-" + programme.chance("training-" + cohort).id("key"))
                .body();
        var path = "/v1/trainings/" + training.path("id").asString();
        if (training.path("state").asString().equals("COMPLETED")) {
            return;
        }
        doors.post(COORDINATOR, ENROLLMENT, path + "/open", Map.of());
        var requests = programme.officers(cohort).stream()
                .map(officer -> Map.of("officer", officer.id(), "command", officer.command(), "nco", officer.nco()))
                .toList();
        doors.post(COORDINATOR, ENROLLMENT, path + "/enrollments", Map.of("requests", requests));
        if (programme.isToCome(cohort)) {
            return;
        }
        var days = programme.isOver(cohort) ? 4 : 2;
        for (var day = 0; day < days; day++) {
            doors.put(
                    COORDINATOR,
                    ENROLLMENT,
                    path + "/attendance/" + programme.days(cohort).get(day),
                    Map.of("attended", attended(cohort, day)));
        }
        if (programme.isOver(cohort)) {
            doors.post(COORDINATOR, ENROLLMENT, path + "/complete", Map.of());
        }
    }

    private Map<String, ?> plan(int cohort) {
        var days = programme.days(cohort);
        var label = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).format(days.getFirst());
        return Map.of(
                "cohort",
                "%s-%02d".formatted(label, cohort + 1),
                "capacity",
                programme.seats(),
                "trainers",
                List.of(Officers.TRAINER_DEMO),
                "days",
                days.stream()
                        .map(day ->
                                Map.of("date", day.toString(), "start", "09:00", "end", "17:00", "venue", "ACADEMY-1"))
                        .toList());
    }

    /** A few miss a day, and fewer never come. */
    private List<Map<String, ?>> attended(int cohort, int day) {
        return programme.officers(cohort).stream()
                .limit(programme.seats())
                .filter(officer -> !programme.chance("absence-" + officer.id()).in(2))
                .filter(officer ->
                        !programme.chance("absence-" + officer.id() + "-" + day).in(1))
                .<Map<String, ?>>map(officer -> Map.of("officer", officer.id(), "hours", 8))
                .toList();
    }
}
