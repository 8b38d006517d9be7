package org.parley.faults.check;

import java.util.Map;
import java.util.Set;
import org.parley.faults.history.TrainingFound.Seat;

/** The states of an enrollment, as the words of the domain define them. */
final class SeatStates {

    private static final Set<String> SEATED = Set.of("ENROLLED", "COMPLETED", "INCOMPLETE", "NO_SHOW");
    private static final Set<String> WAITING = Set.of("WAITLISTED", "DECLINED");

    /** Where an enrollment may have come to from a state, staying there included. */
    private static final Map<String, Set<String>> REACHABLE = Map.of(
            "REQUESTED",
            Set.of("ENROLLED", "WAITLISTED", "DECLINED", "WITHDRAWN", "COMPLETED", "INCOMPLETE", "NO_SHOW"),
            "ENROLLED",
            Set.of("ENROLLED", "WITHDRAWN", "COMPLETED", "INCOMPLETE", "NO_SHOW"),
            "WAITLISTED",
            Set.of("WAITLISTED", "ENROLLED", "DECLINED", "WITHDRAWN", "COMPLETED", "INCOMPLETE", "NO_SHOW"),
            "INCOMPLETE",
            Set.of("INCOMPLETE", "COMPLETED"));

    private SeatStates() {}

    /** Has a seat, or has had one to the end. */
    static boolean isSeated(Seat seat) {
        return SEATED.contains(seat.state());
    }

    /** Waits for a seat, or has waited for one to the end. */
    static boolean isWaiting(Seat seat) {
        return WAITING.contains(seat.state());
    }

    static boolean isReachable(String from, String to) {
        return REACHABLE.getOrDefault(from, Set.of(from)).contains(to);
    }

    /** Whether an enrollment may be in that state while its training is in this one. */
    static boolean fits(String state, String training) {
        return switch (training) {
            case "DRAFT" -> false;
            case "OPEN", "RUNNING" ->
                Set.of("ENROLLED", "WAITLISTED", "WITHDRAWN").contains(state);
            case "COMPLETED" -> !Set.of("REQUESTED", "ENROLLED", "WAITLISTED").contains(state);
            default -> true;
        };
    }
}
