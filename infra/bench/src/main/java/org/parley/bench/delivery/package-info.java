/** B6: what endpoints that misbehave cost those that don't. */
@NullMarked
package org.parley.bench.delivery;

import org.jspecify.annotations.NullMarked;
