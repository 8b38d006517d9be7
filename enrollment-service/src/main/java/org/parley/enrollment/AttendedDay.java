package org.parley.enrollment;

import java.time.LocalDate;

/** A training day that an officer was there, and for how many hours. */
public record AttendedDay(LocalDate date, double hours) {}
