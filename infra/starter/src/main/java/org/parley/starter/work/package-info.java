/** Work that nobody asks for. */
@NullMarked
package org.parley.starter.work;

import org.jspecify.annotations.NullMarked;
