@NullMarked
package org.parley.bench.recovery;

import org.jspecify.annotations.NullMarked;
