package org.parley.local.demo;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.local.Officers;

/** The cohorts of the year, one after the other: planned, filled, attended, completed, evaluated. */
record Trainings(Programme programme, Doors doors) {

    private static final String COORDINATOR = "coordinator";
    private static final String ENROLLMENT = "enrollment";

    void play() {
        programme.cohorts().forEach(this::play);
        fill(programme.toCome());
    }

    private void play(Cohort cohort) {
        var training = fill(cohort);
        if (!training.isOver()) {
            for (var day = 0; day < 4; day++) {
                doors.put(
                        COORDINATOR,
                        ENROLLMENT,
                        training.path() + "/attendance/" + cohort.days().get(day),
                        Map.of("attended", attended(cohort, day)));
            }
            doors.post(COORDINATOR, ENROLLMENT, training.path() + "/complete", Map.of());
        }
        evaluate(cohort, training, "COURSE", Evaluation::course);
        if (!cohort.days().getLast().plusMonths(3).isAfter(Programme.day(programme.end()))) {
            evaluate(cohort, training, "FOLLOW_UP", Evaluation::followUp);
        }
    }

    private record Training(String path, boolean isOver) {}

    private Training fill(Cohort cohort) {
        var created = doors.post(COORDINATOR, ENROLLMENT, "/v1/trainings", plan(cohort), "demo-" + cohort.key())
                .body();
        var path = "/v1/trainings/" + created.path("id").asString();
        if (created.path("state").asString().equals("COMPLETED")) {
            return new Training(path, true);
        }
        doors.post(COORDINATOR, ENROLLMENT, path + "/open", Map.of());
        var officers = Stream.concat(cohort.seats().stream().map(Cohort.Seat::officer), cohort.waiting().stream());
        var requests = officers.map(
                        officer -> Map.of("officer", officer.id(), "command", officer.command(), "nco", officer.nco()))
                .toList();
        doors.post(COORDINATOR, ENROLLMENT, path + "/enrollments", Map.of("requests", requests));
        return new Training(path, false);
    }

    /** Links are shown once. When a play broke off in the middle of the answers, the rest of them is lost. */
    private void evaluate(
            Cohort cohort, Training training, String kind, BiFunction<Evaluation, String, Map<String, ?>> answers) {
        var drawn = doors.post(
                COORDINATOR, ENROLLMENT, training.path() + "/evaluation-links?again=true&kind=" + kind, Map.of());
        if (!drawn.isConflict()) {
            var links = drawn.body().path("tokens");
            var evaluations = cohort.evaluations();
            doors.all(IntStream.range(0, evaluations.size())
                    .<Runnable>mapToObj(n -> () -> doors.post(
                            COORDINATOR,
                            ENROLLMENT,
                            "/v1/evaluations",
                            answers.apply(evaluations.get(n), links.path(n).asString())))
                    .toList());
        }
        doors.post(COORDINATOR, ENROLLMENT, training.path() + "/evaluation/close?kind=" + kind, Map.of());
    }

    private static Map<String, ?> plan(Cohort cohort) {
        return Map.of(
                "cohort",
                cohort.label(),
                "capacity",
                Programme.SEATS,
                "trainers",
                List.of(Officers.TRAINER_DEMO),
                "days",
                cohort.days().stream()
                        .map(day ->
                                Map.of("date", day.toString(), "start", "09:00", "end", "17:00", "venue", "ACADEMY-1"))
                        .toList());
    }

    private static List<Map<String, ?>> attended(Cohort cohort, int day) {
        return cohort.seats().stream()
                .filter(seat -> seat.attended().contains(day))
                .<Map<String, ?>>map(seat -> Map.of("officer", seat.officer().id(), "hours", 8))
                .toList();
    }
}
