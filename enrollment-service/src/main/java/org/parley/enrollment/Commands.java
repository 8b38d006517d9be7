package org.parley.enrollment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.parley.starter.codes.CodeList;

/** The commands of the city. They come and go, so a command is looked up for a day. */
final class Commands {

    private static final String OPEN = "";

    private final CodeList codes = CodeList.of("commands");

    /** The borough of the command, if there is such a command on that day. */
    Optional<String> boroughOf(String command, LocalDate day) {
        return codes.find(command).filter(row -> validOn(row, day)).map(row -> row.get("borough"));
    }

    private static boolean validOn(Map<String, String> row, LocalDate day) {
        var from = row.getOrDefault("valid_from", OPEN);
        var to = row.getOrDefault("valid_to", OPEN);
        return (from.equals(OPEN) || !day.isBefore(LocalDate.parse(from)))
                && (to.equals(OPEN) || !day.isAfter(LocalDate.parse(to)));
    }
}
