/**
 * Offers on their way to centers, and to commands how far their referrals have come. Each of these subscribers has one
 * feed, and its inbox and its webhook both read it, so it may change the way it takes it at any time. Follows the
 * referral by its outbox and knows nothing else of it.
 */
@NullMarked
package org.parley.referral.delivery;

import org.jspecify.annotations.NullMarked;
