/** MongoDB as Parley uses it: dates and ids as text, no Java class names, health by ping. */
@NullMarked
package org.parley.starter.store;

import org.jspecify.annotations.NullMarked;
