package org.parley.e2e;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** A small city of square precincts in a row, two per borough, each with one community board. */
final class City {

    /** A precinct whose square begins at {@code west} degrees of longitude. */
    record Precinct(int number, String borough, String center, double west) {

        String command() {
            return String.format(Locale.ROOT, "PCT-%03d", number);
        }

        /** As 311 writes it. */
        String board() {
            return String.format(Locale.ROOT, "%02d %s", number % 20, boroughIn311());
        }

        String boroughIn311() {
            return borough.replace('_', ' ');
        }

        Point somewhere(Random random) {
            return new Point(SOUTH + SIZE * inside(random), west + SIZE * inside(random));
        }

        /** Away from the borders, which two precincts share. */
        private static double inside(Random random) {
            return 0.01 + 0.98 * random.nextDouble();
        }
    }

    record Point(double latitude, double longitude) {}

    /** In no precinct: the sea. */
    static final Point SEA = new Point(40.1, -73.5);

    private static final double SOUTH = 40.6;
    private static final double WEST = -74.2;
    private static final double SIZE = 0.02;

    static final List<Precinct> PRECINCTS = List.of(
            precinct(0, 5, "MANHATTAN", "nypi"),
            precinct(1, 34, "MANHATTAN", "nypi"),
            precinct(2, 40, "BRONX", "imcr"),
            precinct(3, 52, "BRONX", "imcr"),
            precinct(4, 60, "BROOKLYN", "nypi"),
            precinct(5, 75, "BROOKLYN", "nypi"),
            precinct(6, 103, "QUEENS", "cms"),
            precinct(7, 114, "QUEENS", "cms"),
            precinct(8, 120, "STATEN_ISLAND", "nycid"),
            precinct(9, 123, "STATEN_ISLAND", "nycid"));

    private City() {}

    private static Precinct precinct(int place, int number, String borough, String center) {
        return new Precinct(number, borough, center, WEST + SIZE * place);
    }

    static String geoJson() {
        return PRECINCTS.stream()
                .map(City::feature)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    /** Each board lies nine tenths in its own precinct and one tenth in the next one. */
    static String boards() {
        var rows = new StringBuilder("boro_cd,community_board,precinct,share_of_district_area\n");
        for (int i = 0; i < PRECINCTS.size(); i++) {
            var own = PRECINCTS.get(i);
            var next = PRECINCTS.get((i + 1) % PRECINCTS.size());
            rows.append("%d,%s,%d,0.9%n".formatted(i, own.board(), own.number()));
            rows.append("%d,%s,%d,0.1%n".formatted(i, own.board(), next.number()));
        }
        return rows.toString();
    }

    private static String feature(Precinct precinct) {
        double west = precinct.west();
        double east = west + SIZE;
        double north = SOUTH + SIZE;
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"precinct\":%d},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                precinct.number(),
                west,
                SOUTH,
                east,
                SOUTH,
                east,
                north,
                west,
                north,
                west,
                SOUTH);
    }
}
