package org.parley.enrollment.officers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an officer serves or has served.
 *
 * @param to the first day on which it was another command; null as long as it is this one
 */
public record Posting(
        String command, LocalDate from, @Nullable LocalDate to) {

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    Posting until(LocalDate day) {
        return new Posting(command, from, day);
    }
}
