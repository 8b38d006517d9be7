/** B3: after a broker was away, what waits in the store's documents goes out. */
@NullMarked
package org.parley.bench.recovery;

import org.jspecify.annotations.NullMarked;
