/** B4: events become figures. Reporting-service, plain drivers, and what one would pick instead, on the same topic. */
@NullMarked
package org.parley.bench.counting;

import org.jspecify.annotations.NullMarked;
