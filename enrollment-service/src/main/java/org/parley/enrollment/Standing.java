package org.parley.enrollment;

/** Whether an officer may be given a seat in a training, as far as the officer's {@link SeatClaim} says. */
enum Standing {
    /** The claim is this training's. */
    HERE,
    /** The officer has a seat in another training that isn't over. */
    ELSEWHERE,
    /** Nobody has looked yet. */
    UNASKED
}
