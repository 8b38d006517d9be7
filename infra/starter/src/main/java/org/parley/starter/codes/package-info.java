/** Code lists of the contracts, read from the class path. */
@NullMarked
package org.parley.starter.codes;

import org.jspecify.annotations.NullMarked;
