/** Lists of referrals, for whoever asks: read from the feeds, and decided by the referrals themselves. */
@NullMarked
package org.parley.referral.lists;

import org.jspecify.annotations.NullMarked;
