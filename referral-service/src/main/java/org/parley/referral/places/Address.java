package org.parley.referral.places;

import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a dispute happened, as the precinct wrote it. */
public record Address(
        @Nullable @Size(max = 200) String line,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 10) String zip) {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("STREET", "ST"),
            Map.entry("AVENUE", "AVE"),
            Map.entry("AV", "AVE"),
            Map.entry("BOULEVARD", "BLVD"),
            Map.entry("ROAD", "RD"),
            Map.entry("PLACE", "PL"),
            Map.entry("DRIVE", "DR"),
            Map.entry("PARKWAY", "PKWY"),
            Map.entry("LANE", "LN"),
            Map.entry("COURT", "CT"),
            Map.entry("TERRACE", "TER"),
            Map.entry("NORTH", "N"),
            Map.entry("EAST", "E"),
            Map.entry("SOUTH", "S"),
            Map.entry("WEST", "W"));

    /** The same for all ways to write one place; empty when a street line is missing, for a zip is no place. */
    Optional<String> normalised() {
        var street = words(line);
        var area = words(zip).isEmpty() ? words(city) : words(zip);
        return street.isEmpty() ? Optional.empty() : Optional.of(street + "|" + area);
    }

    private static String words(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9-]+", " ")
                .strip();
        return Arrays.stream(plain.split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** Never the address: a log line is no place for it. */
    @Override
    public String toString() {
        return "Address";
    }
}
