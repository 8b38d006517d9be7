/** The service's secret keys: from settings, or made and kept by the service itself for local use. */
@NullMarked
package org.parley.referral.keys;

import org.jspecify.annotations.NullMarked;
