package org.parley.enrollment;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What becomes of a training in a use case. */
public sealed interface Step {

    /** The training afterwards; equal to the one before when there was nothing to do. */
    record Taken(Training after) implements Step {}

    /** Not as the training stands. */
    record Impossible(String problem, String detail) implements Step {}

    /** The training was changed all the same: what was wrong is kept. */
    record Refused(Training after, String problem, String detail) implements Step {}

    /** The request breaks rules. */
    record Invalid(List<Breach> breaches) implements Step {}

    /** What it is about is not there, or not for the one who asks. */
    record Unknown() implements Step {}

    /** It has to be known first whether these officers have a seat elsewhere; no use case ends so. */
    record Unclaimed(Set<UUID> officers) implements Step {}
}
