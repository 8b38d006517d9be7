package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form sent, as it was entered. A field that was left empty is sent all the same, and is none. */
record Entered(Map<String, List<String>> fields) {

    static final Entered NOTHING = new Entered(Map.of());

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    public Optional<String> text(String field) {
        return all(field).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** Of what the form's reader saw; nobody decides on what they haven't seen, so without one it is none. */
    @Nullable
    Long version() {
        return text("version").flatMap(it -> parsed(it, Long::valueOf)).orElse(null);
    }

    Optional<Integer> number(String field) {
        return text(field).flatMap(it -> parsed(it, Integer::valueOf));
    }

    Optional<Double> hours(String field) {
        return text(field).flatMap(it -> parsed(it, Double::valueOf)).filter(Double::isFinite);
    }

    Optional<LocalDate> date(String field) {
        return text(field).flatMap(it -> parsed(it, LocalDate::parse)).filter(Entered::isOfThisAge);
    }

    Optional<LocalTime> time(String field) {
        return text(field)
                .flatMap(it -> parsed(it, LocalTime::parse))
                .map(it -> it.withSecond(0).withNano(0));
    }

    Optional<UUID> id(String field) {
        return text(field).flatMap(Entered::uuid);
    }

    <E extends Enum<E>> Optional<E> one(String field, E[] values) {
        return text(field)
                .flatMap(code -> Arrays.stream(values)
                        .filter(it -> it.name().equals(code))
                        .findFirst());
    }

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Four digits, as every field for a date has them; the catalogue's months are named so. */
    private static boolean isOfThisAge(LocalDate date) {
        return date.getYear() >= 2000 && date.getYear() <= 9999;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parsing) {
        try {
            return Optional.of(parsing.apply(text));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
