@NullMarked
package org.parley.bench.counting;

import org.jspecify.annotations.NullMarked;
