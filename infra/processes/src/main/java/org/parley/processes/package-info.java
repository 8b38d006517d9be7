/** The built parts of Parley as processes of this machine. */
@NullMarked
package org.parley.processes;

import org.jspecify.annotations.NullMarked;
