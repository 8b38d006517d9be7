/** Keys that a service hashes with, and where it keeps those it had to make for itself. */
@NullMarked
package org.parley.starter.keys;

import org.jspecify.annotations.NullMarked;
