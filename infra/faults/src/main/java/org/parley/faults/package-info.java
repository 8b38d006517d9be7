/** Runs the platform under load, breaks it as a seed says, and checks that nothing was lost or doubled. */
@NullMarked
package org.parley.faults;

import org.jspecify.annotations.NullMarked;
