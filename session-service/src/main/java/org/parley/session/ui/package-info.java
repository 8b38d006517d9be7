/** The page on which officers log on the spot. It does what the API does, by the same use case. */
@NullMarked
package org.parley.session.ui;

import org.jspecify.annotations.NullMarked;
