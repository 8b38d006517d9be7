@NullMarked
package org.parley.bench.harness;

import org.jspecify.annotations.NullMarked;
