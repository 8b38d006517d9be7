package org.parley.reporting.counting;

import java.time.Instant;
import org.parley.reporting.Contribution;

/** What one event changes. */
record Effect(Source source, long offset, Instant appended, Contribution change) {}
