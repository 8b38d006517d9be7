/** B2: how long it takes from a post until the figure on the dashboard has it. */
@NullMarked
package org.parley.bench.dashboard;

import org.jspecify.annotations.NullMarked;
