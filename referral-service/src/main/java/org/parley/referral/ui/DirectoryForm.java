package org.parley.referral.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterEntry;
import org.parley.referral.audience.CenterEntry.Contact;
import org.parley.referral.audience.CenterEntry.Day;

/**
 * What was entered of a center, as it was entered: by field, one text or several codes. Opening hours are a text for each
 * weekday, as {@code 09:00-17:00}, nothing where it is closed; days on which it is closed stand one on a line.
 */
record DirectoryForm(Map<String, List<String>> entered) {

    /** A form that nobody has filled in yet. */
    static final DirectoryForm EMPTY =
            new DirectoryForm(Map.of("accepting", List.of("true"), "zone", List.of(PageTimes.CITY.getId())));

    DirectoryForm {
        entered = Map.copyOf(entered);
    }

    static DirectoryForm of(CenterEntry center) {
        var fields = new TreeMap<String, List<String>>();
        fields.put("name", List.of(center.name()));
        fields.put("accepting", Boolean.TRUE.equals(center.accepting()) ? List.of("true") : List.of());
        fields.put("boroughs", sorted(center.boroughs()));
        fields.put("commands", sorted(center.commands()));
        fields.put("types", sorted(center.types()));
        fields.put("languages", sorted(center.languages()));
        fields.put("weeklyCapacity", said(center.weeklyCapacity()));
        fields.put("zone", List.of(center.zone()));
        center.hours().forEach(day -> fields.put(day.day().name(), List.of(day.opens() + "-" + day.closes())));
        fields.put(
                "closed",
                said(Objects.requireNonNullElse(center.closed(), Set.<LocalDate>of()).stream()
                        .sorted()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining("\n"))));
        var contact = center.contact();
        if (contact != null) {
            fields.put("phone", said(contact.phone()));
            fields.put("email", said(contact.email()));
            fields.put("website", said(contact.website()));
        }
        return new DirectoryForm(fields);
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        return all(field).stream().findFirst().map(String::strip).orElse("");
    }

    public boolean has(String field, String code) {
        return all(field).contains(code);
    }

    /** How many codes are, in words; nothing where none is. */
    public String chosen(String field) {
        var count = all(field).size();
        return count == 0 ? "" : " (" + count + " chosen)";
    }

    /** The fields in which another says something else. */
    Set<String> differences(DirectoryForm other) {
        var fields = new TreeSet<>(entered.keySet());
        fields.addAll(other.entered.keySet());
        fields.removeIf(field -> all(field).equals(other.all(field)));
        return fields;
    }

    List<String> all(String field) {
        return entered.getOrDefault(field, List.of());
    }

    /** Of the directory as the form's reader saw it; empty where the form doesn't say. */
    Optional<Long> version() {
        try {
            return Optional.of(Long.valueOf(text("version")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As the API would have it. What can't be read is left out, and told by its field in {@code wrong}. */
    CenterEntry entry(Map<String, String> wrong) {
        return new CenterEntry(
                text("name"),
                Set.copyOf(all("boroughs")),
                Set.copyOf(all("commands")),
                Set.copyOf(all("types")),
                Set.copyOf(all("languages")),
                weeklyCapacity(wrong),
                hours(wrong),
                text("zone"),
                closed(wrong),
                new Contact(orNull("phone"), orNull("email"), orNull("website")),
                has("accepting", "true"));
    }

    private @Nullable Integer weeklyCapacity(Map<String, String> wrong) {
        var text = orNull("weeklyCapacity");
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            wrong.put("weeklyCapacity", "Enter a whole number, or nothing.");
            return null;
        }
    }

    private List<Day> hours(Map<String, String> wrong) {
        var days = new ArrayList<Day>();
        for (var day : DayOfWeek.values()) {
            var text = text(day.name());
            if (text.isEmpty()) {
                continue;
            }
            try {
                var times = text.split("\\s*[-–]\\s*", -1);
                if (times.length != 2) {
                    throw new DateTimeParseException("From when to when?", text, 0);
                }
                days.add(new Day(day, time(times[0]), time(times[1])));
            } catch (DateTimeParseException e) {
                wrong.put(day.name(), "Enter it as 09:00-17:00, or nothing.");
            }
        }
        return days;
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    private Set<LocalDate> closed(Map<String, String> wrong) {
        try {
            return Arrays.stream(text("closed").split("\\s+", -1))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());
        } catch (DateTimeParseException e) {
            wrong.put("closed", "Enter each day as 2026-12-25, one on a line.");
            return Set.of();
        }
    }

    private @Nullable String orNull(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    private static List<String> sorted(@Nullable Set<String> codes) {
        return codes == null ? List.of() : codes.stream().sorted().toList();
    }

    private static List<String> said(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString());
    }
}
