/**
 * Deadlines that act. When a referral has to be looked at again is written down by the hour, so that it can be found
 * without a search; what is to be done then, the referral itself decides.
 */
@NullMarked
package org.parley.referral.timekeeping;

import org.jspecify.annotations.NullMarked;
