/** Benchmarks that print ratios: Parley against plain drivers and against what one would pick instead. */
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
