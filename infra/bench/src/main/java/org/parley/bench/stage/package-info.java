/** The stages of the way of a referral, each alone and with plain drivers: together they are the ceiling. */
@NullMarked
package org.parley.bench.stage;

import org.jspecify.annotations.NullMarked;
