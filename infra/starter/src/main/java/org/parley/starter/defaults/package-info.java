/** Settings that every service shares; each can be overridden. */
@NullMarked
package org.parley.starter.defaults;

import org.jspecify.annotations.NullMarked;
