/** Values from the code lists of the contracts. */
@NullMarked
package org.parley.referral.codes;

import org.jspecify.annotations.NullMarked;
