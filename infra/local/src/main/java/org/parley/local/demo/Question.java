package org.parley.local.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of reporting-service.
 *
 * @param by the dimensions, with commas
 * @param interval {@code month} where the year says on which day something counts, {@code all} where it counts on the day
 *     of the play
 */
record Question(String metric, String by, String interval) {

    private static final String NONE = "-";

    Map<String, Long> ask(Doors doors) {
        var answer = doors.get("analyst", "reporting", "/v1/metrics/" + metric + "?by=" + by + "&interval=" + interval);
        var cells = new TreeMap<String, Long>();
        for (var row : answer.path("rows")) {
            cells.merge(cell(row), row.path("value").asLong(), Long::sum);
        }
        return cells;
    }

    private String cell(JsonNode row) {
        return Stream.concat(Stream.of(by.split(",")), Stream.of("period"))
                .filter(name -> !name.equals("period") || !interval.equals("all"))
                .map(name -> row.path(name).asString(NONE))
                .collect(Collectors.joining(" "));
    }
}
