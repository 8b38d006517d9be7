/** B5: what it costs when much is stored already. */
@NullMarked
package org.parley.bench.growth;

import org.jspecify.annotations.NullMarked;
