/** What every service needs and no domain word. */
@NullMarked
package org.parley.starter;

import org.jspecify.annotations.NullMarked;
