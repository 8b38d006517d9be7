/** What every HTTP edge has in common: problem details (RFC 9457), strict JSON, a limit on bodies, versions as ETags, cursors. */
@NullMarked
package org.parley.starter.web;

import org.jspecify.annotations.NullMarked;
