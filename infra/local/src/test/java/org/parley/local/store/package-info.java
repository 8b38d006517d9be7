/** What the embedded store puts into its file. */
@NullMarked
package org.parley.local.store;

import org.jspecify.annotations.NullMarked;
