/**
 * Counts what the other services tell: every figure of the programme, exact and live.
 *
 * <p>Here stand the words (metrics, their groups, dimensions and intervals) and the calendar. {@code counting} turns
 * events into facts and rollups, {@code live} publishes figures and feeds who watches them, {@code releases} freezes
 * what everybody may see; {@code messaging}, {@code http} and {@code ui} are the adapters.
 */
@NullMarked
package org.parley.reporting;

import org.jspecify.annotations.NullMarked;
