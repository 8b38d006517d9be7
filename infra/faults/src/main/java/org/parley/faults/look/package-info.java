/** Looks at the platform from outside: while it runs for what really happened, and once it is calm for what is there. */
@NullMarked
package org.parley.faults.look;

import org.jspecify.annotations.NullMarked;
