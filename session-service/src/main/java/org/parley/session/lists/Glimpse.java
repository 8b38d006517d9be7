package org.parley.session.lists;

import java.time.LocalDate;
import org.parley.session.DisputeType;

/** That something was logged, when and of which type: nothing of what an officer did. */
public record Glimpse(Kind kind, LocalDate day, DisputeType type) {

    public enum Kind {
        SESSION,
        MICRO_INTERVENTION
    }
}
