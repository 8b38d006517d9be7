package org.parley.enrollment;

import java.util.UUID;

/** An officer who was there on a day, and for how many hours. */
public record Attendee(UUID officer, double hours) {}
