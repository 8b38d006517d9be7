/**
 * The rosters of the commands: who serves where, with which rank. This is the only place that knows names, and it keeps
 * them encrypted; of a tax number it keeps a keyed hash, by which an officer is found again. Everywhere else an officer is
 * an opaque id.
 */
@NullMarked
package org.parley.enrollment.officers;

import org.jspecify.annotations.NullMarked;
