/** The services as their clients meet them: over HTTP, with a token for each client. */
@NullMarked
package org.parley.casework.calls;

import org.jspecify.annotations.NullMarked;
