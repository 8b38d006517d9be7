package org.parley.session;

import java.time.Instant;
import java.util.Optional;
import org.parley.starter.codes.CodeList;

/** The commands of the city. They come and go, so a command is looked up for a day. */
public final class Commands {

    private final CodeList codes = CodeList.of("commands");

    /** The borough of the command, if there was such a command at that time. */
    Optional<String> boroughOf(String command, Instant at) {
        var day = NewYork.day(at);
        return codes.isValidOn(command, day) ? codes.find(command).map(row -> row.get("borough")) : Optional.empty();
    }
}
