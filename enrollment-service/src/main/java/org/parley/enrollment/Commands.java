package org.parley.enrollment;

import java.time.LocalDate;
import java.util.Optional;
import org.parley.starter.codes.CodeList;

/** The commands of the city. They come and go, so a command is looked up for a day. */
final class Commands {

    private final CodeList codes = CodeList.of("commands");

    /** The borough of the command, if there is such a command on that day. */
    Optional<String> boroughOf(String command, LocalDate day) {
        return codes.isValidOn(command, day) ? codes.find(command).map(row -> row.get("borough")) : Optional.empty();
    }
}
