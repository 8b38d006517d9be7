package org.parley.enrollment.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.TrainingDay;
import org.parley.enrollment.TrainingPlan;

/**
 * The form of a training's plan. What breaks a rule is left to the rules; what is no number, date or time is said here.
 *
 * @param plan empty when there are mistakes
 */
record PlanForm(Optional<TrainingPlan> plan, Map<String, String> mistakes) {

    static final int DAYS = 4;

    static PlanForm of(Entered entered) {
        var reader = new Reader(entered, new LinkedHashMap<>());
        var capacity = reader.number("capacity", true);
        var perCommand = reader.number("seatsPerCommand", false);
        var perBorough = reader.number("seatsPerBorough", false);
        var days = new ArrayList<TrainingDay>();
        for (var place = 0; place < DAYS; place++) {
            reader.day("days-" + place + "-").ifPresent(days::add);
        }
        var trainers = reader.trainers();
        if (!reader.mistakes.isEmpty() || capacity == null) {
            return new PlanForm(Optional.empty(), reader.mistakes);
        }
        var parts = Arrays.stream(CurriculumPart.values())
                .filter(it -> entered.has("parts", it.name()))
                .toList();
        return new PlanForm(
                Optional.of(new TrainingPlan(
                        entered.text("cohort").orElse(""), capacity, days, trainers, parts, perCommand, perBorough)),
                Map.of());
    }

    /** Of the four fields of a day; empty and said when one of them is wrong. */
    static Optional<TrainingDay> day(Entered entered, Map<String, String> mistakes) {
        return new Reader(entered, mistakes).day("");
    }

    /** A plan as the form has it. */
    static Entered filled(TrainingPlan plan) {
        var fields = new HashMap<String, List<String>>();
        fields.put("cohort", List.of(plan.cohort()));
        fields.put("capacity", List.of(Integer.toString(plan.capacity())));
        fields.put("seatsPerCommand", listed(plan.seatsPerCommand()));
        fields.put("seatsPerBorough", listed(plan.seatsPerBorough()));
        fields.put(
                "trainers",
                List.of(String.join(
                        "\n", plan.trainers().stream().map(UUID::toString).toList())));
        fields.put("parts", plan.parts().stream().map(CurriculumPart::name).toList());
        for (var place = 0; place < plan.days().size(); place++) {
            fill(fields, "days-" + place + "-", plan.days().get(place));
        }
        return new Entered(fields);
    }

    static Entered filled(TrainingDay day) {
        var fields = new HashMap<String, List<String>>();
        fill(fields, "", day);
        return new Entered(fields);
    }

    /** All parts, and hours as they usually are. */
    static Entered usual() {
        var fields = new HashMap<String, List<String>>();
        fields.put("parts", Words.PARTS.stream().map(Words.Named::code).toList());
        for (var place = 0; place < DAYS; place++) {
            fields.put("days-" + place + "-start", List.of("09:00"));
            fields.put("days-" + place + "-end", List.of("17:00"));
        }
        return new Entered(fields);
    }

    private static void fill(Map<String, List<String>> fields, String prefix, TrainingDay day) {
        fields.put(prefix + "date", List.of(day.date().toString()));
        fields.put(prefix + "start", List.of(day.start().toString()));
        fields.put(prefix + "end", List.of(day.end().toString()));
        fields.put(prefix + "venue", listed(day.venue()));
    }

    private static List<String> listed(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    private record Reader(Entered entered, Map<String, String> mistakes) {

        @Nullable
        Integer number(String field, boolean needed) {
            var number = entered.number(field);
            if (number.isEmpty() && (needed || entered.text(field).isPresent())) {
                mistakes.put(field, "Enter a number.");
            }
            return number.orElse(null);
        }

        Optional<TrainingDay> day(String prefix) {
            var date = entered.date(prefix + "date");
            var start = entered.time(prefix + "start");
            var end = entered.time(prefix + "end");
            if (date.isEmpty()) {
                mistakes.put(prefix + "date", "Choose a day.");
            }
            if (start.isEmpty()) {
                mistakes.put(prefix + "start", "Choose a time.");
            }
            if (end.isEmpty()) {
                mistakes.put(prefix + "end", "Choose a time.");
            }
            var venue = entered.text(prefix + "venue").orElse(null);
            return date.flatMap(on -> start.flatMap(from -> end.map(until -> new TrainingDay(on, from, until, venue))));
        }

        List<UUID> trainers() {
            var found = new ArrayList<UUID>();
            var lines = String.join("\n", entered.all("trainers")).lines().toList();
            for (var place = 0; place < lines.size(); place++) {
                var line = lines.get(place).strip();
                var id = Entered.uuid(line);
                if (id.isEmpty() && !line.isEmpty()) {
                    mistakes.putIfAbsent("trainers", "Line " + (place + 1) + " is not a trainer's id.");
                }
                id.ifPresent(found::add);
            }
            return found;
        }
    }
}
