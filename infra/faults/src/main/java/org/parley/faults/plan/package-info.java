/** Which faults a seed draws, and when. */
@NullMarked
package org.parley.faults.plan;

import org.jspecify.annotations.NullMarked;
