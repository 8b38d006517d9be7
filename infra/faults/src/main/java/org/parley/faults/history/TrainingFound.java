package org.parley.faults.history;

import java.util.List;

/** A training and its roster, as the coordinator reads them. */
public record TrainingFound(String id, String state, int capacity, List<Seat> roster) {

    public TrainingFound {
        roster = List.copyOf(roster);
    }

    public record Seat(String enrollment, String officer, String state) {}
}
