/** What was asked and told during a run, and what was found when it had settled. Data only. */
@NullMarked
package org.parley.faults.history;

import org.jspecify.annotations.NullMarked;
