package org.parley.enrollment.timekeeping;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that is due on a day. A wake-up is a hint, the state decides: it may come more than once, at several copies at
 * once, and for what no longer matters.
 */
public interface DueWork {

    /** Its wake-ups' word, in the store. */
    String word();

    void lookAt(UUID id, LocalDate today);
}
