/** The supervisor's own rules. */
@NullMarked
package org.parley.local.platform;

import org.jspecify.annotations.NullMarked;
