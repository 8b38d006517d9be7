package org.parley.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training day that an officer was there, and for how many hours.
 *
 * @param number which of the four days it stands for, from 1
 * @param madeUpIn the other training where the officer made it up
 */
public record AttendedDay(
        int number, LocalDate date, double hours, @Nullable UUID madeUpIn) {}
