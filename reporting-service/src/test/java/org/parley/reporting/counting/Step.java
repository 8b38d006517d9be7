package org.parley.reporting.counting;

/** The places between the writes of one poll where a process may die, or another copy may get in between. */
enum Step {
    FACTS_READ,
    FENCES_READ,
    HALF_OF_THE_ROLLUPS_WRITTEN,
    ROLLUPS_WRITTEN,
    PARTS_TO_BE_SENT,
    PARTS_SENT,
    HALF_OF_THE_FACTS_WRITTEN,
    FACTS_WRITTEN,
    CURSOR_WRITTEN
}
