/** The service's secret keys: from settings, or made and kept by itself; and those of what comes in encrypted. */
@NullMarked
package org.parley.referral.keys;

import org.jspecify.annotations.NullMarked;
