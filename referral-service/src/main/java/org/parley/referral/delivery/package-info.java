/**
 * Offers on their way to centers. Each center has one feed, and its inbox and its webhook both read it, so a center may
 * change the way it takes them at any time. Follows the referral by its outbox and knows nothing else of it.
 */
@NullMarked
package org.parley.referral.delivery;

import org.jspecify.annotations.NullMarked;
