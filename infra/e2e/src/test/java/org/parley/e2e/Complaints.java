package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.parley.e2e.City.Point;
import org.parley.e2e.City.Precinct;

/**
 * A made-up file of 311 rows, the same for the same seed, with the quirks of the real one; and what must become of each
 * row, known from how it was made.
 */
record Complaints(Path file, Path precincts, Path boards, List<Eligible> eligible, Map<String, Integer> leftOut) {

    /** A row that must become a referral. */
    record Eligible(String reference, Precinct precinct, String type, Instant occurredAt) {}

    Path folder() {
        return file.toAbsolutePath().getParent();
    }

    int rows() {
        return eligible.size() + leftOut.values().stream().mapToInt(n -> n).sum();
    }

    static Complaints generate(Path folder, long seed, int rows) throws IOException {
        return new Generator(seed).generate(Files.createDirectories(folder), rows);
    }

    private static final class Generator {

        private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
        private static final List<DateTimeFormatter> DATES = List.of(
                DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US),
                DateTimeFormatter.ofPattern("M/d/yy H:mm", Locale.US),
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.US));
        private static final List<String> COLUMNS = List.of(
                "unique_key",
                "created_date",
                "closed_date",
                "agency",
                "agency_name",
                "complaint_type",
                "descriptor",
                "incident_zip",
                "incident_address",
                "city",
                "status",
                "community_board",
                "borough",
                "latitude",
                "longitude");
        private static final List<Map.Entry<String, String>> DISPUTES = List.of(
                Map.entry("Noise - Residential", "NOISE"),
                Map.entry("Noise - Street/Sidewalk", "NOISE"),
                Map.entry("Noise - Commercial", "NOISE"),
                Map.entry("Illegal Parking", "PARKING"),
                Map.entry("Blocked Driveway", "PARKING"),
                Map.entry("Non-Emergency Police Matter", "PUBLIC_SPACE"));

        private final Random random;
        private final long firstKey;
        private final List<Eligible> eligible = new ArrayList<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();

        Generator(long seed) {
            random = new Random(seed);
            firstKey = 90_000_000 + (seed % 1000) * 10_000;
        }

        Complaints generate(Path folder, int rows) throws IOException {
            var text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
            for (int i = 0; i < rows; i++) {
                text.append(row(firstKey + i)).append('\n');
            }
            var file = Files.writeString(folder.resolve("complaints.csv"), text);
            var precincts = Files.writeString(folder.resolve("precincts.geojson"), City.geoJson());
            var boards = Files.writeString(folder.resolve("boards.csv"), City.boards());
            return new Complaints(file, precincts, boards, List.copyOf(eligible), Map.copyOf(leftOut));
        }

        private String row(long key) {
            var precinct = pick(City.PRECINCTS);
            var dispute = pick(DISPUTES);
            // To the minute, which is all that one of the three forms has, and never in the hour DST takes or doubles.
            var created = LocalDateTime.of(2025, 1, 1, 3, 0)
                    .plusDays(random.nextInt(360))
                    .plusMinutes(random.nextInt(20 * 60))
                    .truncatedTo(ChronoUnit.MINUTES);
            var row = new LinkedHashMap<String, String>();
            COLUMNS.forEach(column -> row.put(column, ""));
            row.put("unique_key", Long.toString(key));
            row.put("created_date", created.format(pick(DATES)));
            row.put("agency", "NYPD");
            row.put("agency_name", "New York City Police Department");
            row.put("complaint_type", dispute.getKey());
            row.put("descriptor", pick(List.of("Loud Music/Party", "No Access", "\"Banging, Pounding\"")));
            row.put("incident_zip", random.nextInt(10) == 0 ? "" : "11208");
            row.put("incident_address", (1 + random.nextInt(40)) + " EXAMPLE STREET");
            row.put("city", precinct.boroughIn311());
            row.put("status", "Closed");
            row.put("community_board", precinct.board());
            row.put("borough", precinct.boroughIn311());
            place(row, precinct.somewhere(random));

            int fate = random.nextInt(100);
            if (fate < 80) {
                // A few rows name another borough than their point lies in: the point is to be trusted.
                if (fate < 3) {
                    row.put("borough", "Unspecified");
                    row.put("community_board", pick(City.PRECINCTS).board());
                } else if (fate < 8) {
                    row.put("latitude", "");
                    row.put("longitude", "");
                }
                eligible.add(new Eligible(
                        "nyc311-" + key,
                        precinct,
                        dispute.getValue(),
                        created.atZone(NEW_YORK).toInstant()));
            } else if (fate < 88) {
                row.put("complaint_type", pick(List.of("Animal-Abuse", "Traffic", "Drug Activity")));
                leftOut.merge("not-a-dispute", 1, Integer::sum);
            } else if (fate < 94) {
                row.put("agency", "DSNY");
                leftOut.merge("other-agency", 1, Integer::sum);
            } else if (fate < 97) {
                if (random.nextBoolean()) {
                    place(row, City.SEA);
                } else {
                    row.put("latitude", "");
                    row.put("longitude", "");
                    row.put("community_board", "0 Unspecified");
                }
                leftOut.merge("no-command", 1, Integer::sum);
            } else {
                leftOut.merge("unreadable", 1, Integer::sum);
                if (random.nextBoolean()) {
                    return key + ",too short";
                }
                row.put("created_date", "yesterday");
            }
            return String.join(",", row.values());
        }

        private static void place(Map<String, String> row, Point point) {
            row.put("latitude", Double.toString(point.latitude()));
            row.put("longitude", Double.toString(point.longitude()));
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
