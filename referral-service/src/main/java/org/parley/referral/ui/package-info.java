/** The pages: of a center, of a precinct, of the coordinators. They do what the API does, by the same use cases. */
@NullMarked
package org.parley.referral.ui;

import org.jspecify.annotations.NullMarked;
