@NullMarked
package org.parley.bench.delivery;

import org.jspecify.annotations.NullMarked;
