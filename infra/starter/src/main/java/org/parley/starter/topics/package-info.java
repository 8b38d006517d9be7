/** Topics as the contracts describe them, created at start where they are missing. */
@NullMarked
package org.parley.starter.topics;

import org.jspecify.annotations.NullMarked;
