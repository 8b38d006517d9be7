/** The year is always the same. */
@NullMarked
package org.parley.local.demo;

import org.jspecify.annotations.NullMarked;
