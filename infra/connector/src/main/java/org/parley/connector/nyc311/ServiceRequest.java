package org.parley.connector.nyc311;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.connector.rows.Referral;

/** One 311 row. Reading a column of it may find that it {@link CannotRead can't be read}. */
record ServiceRequest(Map<String, String> columns) {

    /** Says which column and why, and never what stands in it: in a row out of step that could be anything. */
    static final class CannotRead extends RuntimeException {
        CannotRead(String message) {
            super(message);
        }
    }

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/-]{1,57}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");

    String key() {
        var key = text("unique_key");
        if (!KEY.matcher(key).matches()) {
            throw new CannotRead("unique_key is no key");
        }
        return key;
    }

    Instant createdAt() {
        return NewYorkTime.parse(text("created_date"))
                .orElseThrow(() -> new CannotRead("created_date is in none of the three known forms"));
    }

    boolean hasPoint() {
        return !text("latitude").isEmpty() && !text("longitude").isEmpty();
    }

    double latitude() {
        return degrees("latitude", 90).orElseThrow(() -> new CannotRead("latitude is no number of degrees"));
    }

    double longitude() {
        return degrees("longitude", 180).orElseThrow(() -> new CannotRead("longitude is no number of degrees"));
    }

    /** The street address, or the crossing where there is none; null where 311 knows neither. */
    Referral.@Nullable Address address() {
        var crossing = Stream.of("intersection_street_1", "intersection_street_2")
                .map(this::text)
                .filter(street -> !street.isEmpty())
                .collect(Collectors.joining(" & "));
        var line =
                Optional.of(text("incident_address")).filter(s -> !s.isEmpty()).orElse(crossing);
        if (line.isEmpty()) {
            return null;
        }
        var city = text("city");
        var zip = text("incident_zip");
        return new Referral.Address(
                line, city.isEmpty() ? null : city, ZIP.matcher(zip).matches() ? zip : null);
    }

    /** The column's text with single blanks and none around it; empty where the file has no such column. */
    String text(String column) {
        return columns.getOrDefault(column, "").strip().replaceAll("\\s+", " ");
    }

    private OptionalDouble degrees(String column, double most) {
        try {
            var value = Double.parseDouble(text(column));
            // False for NaN as well.
            return Math.abs(value) <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
