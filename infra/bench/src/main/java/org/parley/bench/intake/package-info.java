/** B1: what it takes to take a referral in. */
@NullMarked
package org.parley.bench.intake;

import org.jspecify.annotations.NullMarked;
