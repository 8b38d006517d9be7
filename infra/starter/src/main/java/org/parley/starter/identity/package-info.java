/** Who calls: a JWT resource server, roles as authorities, and the caller as a controller parameter. */
@NullMarked
package org.parley.starter.identity;

import org.jspecify.annotations.NullMarked;
