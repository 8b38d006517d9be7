package org.parley.casework.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a center does with a referral that it has taken. */
public sealed interface Course {

    /**
     * Sessions until an outcome is final; that closes it.
     *
     * @param hold for which it is put aside and taken up again before; null when it is not
     */
    record Mediation(@Nullable String hold, List<Sitting> sittings) implements Course {

        public Mediation {
            sittings = List.copyOf(sittings);
        }
    }

    /** Ends without a session that is logged. */
    record Closing(boolean contacted, String reason) implements Course {}

    record GivenBack(String reason) implements Course {}

    /** The precinct takes it back from the center that works on it. */
    record TakenBack(String reason) implements Course {}

    /** A coordinator finds that it should never have been. */
    record Mistake(String reason) implements Course {}

    /**
     * @param notHeldReason goes with NOT_HELD only
     * @param minutes how long it took
     */
    record Sitting(UUID id, String outcome, @Nullable String notHeldReason, int parties, int minutes) {}
}
