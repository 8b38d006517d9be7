package org.parley.enrollment;

import java.util.UUID;

/** An officer's wish for a seat, by the command the officer serves in. */
public record SeatRequest(UUID officer, String command, boolean nco) {}
