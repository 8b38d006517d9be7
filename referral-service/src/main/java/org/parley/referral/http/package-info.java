/** The API: one view for precincts, another for centers, and nothing of one in the other. */
@NullMarked
package org.parley.referral.http;

import org.jspecify.annotations.NullMarked;
