/**
 * Referrals that are likely the same matter: same place, same type, same day. Only noted; what to do with them is a
 * person's decision.
 */
@NullMarked
package org.parley.referral.duplicates;

import org.jspecify.annotations.NullMarked;
