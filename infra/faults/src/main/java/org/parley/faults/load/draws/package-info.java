/** What clients ask, drawn from a seed: the same seed and day give the same, whatever is timed how. */
@NullMarked
package org.parley.faults.load.draws;

import org.jspecify.annotations.NullMarked;
