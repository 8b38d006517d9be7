/**
 * Referral events for the benchmarks: made up the same way every time, and read again by whoever counts them for a
 * comparison. What is counted follows reporting-service's definitions, written down here once more, so that its figures
 * are checked against something that is not its own code.
 */
@NullMarked
package org.parley.bench.events;

import org.jspecify.annotations.NullMarked;
