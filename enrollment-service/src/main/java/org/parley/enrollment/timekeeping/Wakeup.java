package org.parley.enrollment.timekeeping;

import java.time.LocalDate;
import java.util.UUID;

/** @param day under which it is written down, which is not before it was written down */
record Wakeup(LocalDate day, String word, UUID id) {}
