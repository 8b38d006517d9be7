/** The platform on one machine: three backing parts, each its own process, and what starts and watches all parts. */
@NullMarked
package org.parley.local;

import org.jspecify.annotations.NullMarked;
