/**
 * From events to exact figures, without transactions: one fact per foreign aggregate, rollups fenced by the offset they
 * were fed to, and the cursor from which a partition is read again after a crash. The order of the writes and their
 * guards make every replay harmless; {@link org.parley.reporting.counting.Counting} says how.
 */
@NullMarked
package org.parley.reporting.counting;

import org.jspecify.annotations.NullMarked;
