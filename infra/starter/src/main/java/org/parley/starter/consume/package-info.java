/** Events in batches: idempotent by sequence, faults retried in place, records that can never work set aside one by one. */
@NullMarked
package org.parley.starter.consume;

import org.jspecify.annotations.NullMarked;
