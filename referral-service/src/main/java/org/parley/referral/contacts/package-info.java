/** People in a dispute. Read here, encrypted before they are stored, and opened only for the center that has taken it. */
@NullMarked
package org.parley.referral.contacts;

import org.jspecify.annotations.NullMarked;
