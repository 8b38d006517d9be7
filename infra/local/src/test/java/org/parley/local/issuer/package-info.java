/** What the issuer puts into tokens. */
@NullMarked
package org.parley.local.issuer;

import org.jspecify.annotations.NullMarked;
