/** The API. */
@NullMarked
package org.parley.referral.http;

import org.jspecify.annotations.NullMarked;
