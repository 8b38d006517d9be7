package org.parley.casework.books;

import java.time.Instant;

/** A row of the file as it was posted. */
public record Row(String reference, String command, String borough, String type, Instant occurredAt) {}
