/** The backing parts hold what the services rely on, whichever they are. */
@NullMarked
package org.parley.testing;

import org.jspecify.annotations.NullMarked;
