/** Which center is asked, and by when it has to answer. Pure rules over a reference file; knows no referral. */
@NullMarked
package org.parley.referral.routing;

import org.jspecify.annotations.NullMarked;
