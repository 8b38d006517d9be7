/**
 * Whether a run went as the platform promises. A {@link org.parley.faults.check.Checker} holds what clients were told
 * against what was found afterwards; each promise is a {@link org.parley.faults.check.Rule} of its own. Nothing here
 * is shared with the services: what they compute is computed again from the contracts.
 */
@NullMarked
package org.parley.faults.check;

import org.jspecify.annotations.NullMarked;
