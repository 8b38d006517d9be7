/**
 * What everybody does with each row. It hangs on the seed, the row's reference, and which offer of it it is, never on
 * the time or on who was quicker.
 */
@NullMarked
package org.parley.casework.plan;

import org.jspecify.annotations.NullMarked;
