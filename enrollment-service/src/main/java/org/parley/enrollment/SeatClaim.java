package org.parley.enrollment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which training an officer may be given a seat: the document of the officer's id, so that there is one for all
 * trainings.
 *
 * @param training the one that may, once {@code unfenced} is empty
 * @param unfenced those that had the claim and may be about to use it still
 */
record SeatClaim(UUID training, List<UUID> unfenced) {

    SeatClaim {
        unfenced = List.copyOf(unfenced);
    }

    static SeatClaim of(UUID training) {
        return new SeatClaim(training, List.of());
    }

    boolean isGood(UUID of) {
        return training.equals(of) && unfenced.isEmpty();
    }

    /** All who may use it, or have used it. */
    Set<UUID> holders() {
        return Stream.concat(Stream.of(training), unfenced.stream()).collect(Collectors.toSet());
    }

    SeatClaim takenBy(UUID other) {
        return new SeatClaim(
                other,
                holders().stream().filter(it -> !it.equals(other)).sorted().toList());
    }

    SeatClaim fenced(UUID done) {
        return new SeatClaim(
                training, unfenced.stream().filter(it -> !it.equals(done)).toList());
    }
}
