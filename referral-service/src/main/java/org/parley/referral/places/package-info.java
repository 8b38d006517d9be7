/** Where disputes happen: an address goes in, a random id comes out, and only this package knows which is which. */
@NullMarked
package org.parley.referral.places;

import org.jspecify.annotations.NullMarked;
