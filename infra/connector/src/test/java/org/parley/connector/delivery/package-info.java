/** That a referral arrives, once, whatever happens on the way. */
@NullMarked
package org.parley.connector.delivery;

import org.jspecify.annotations.NullMarked;
