/** The command as a whole, against a platform that can be made to misbehave. */
@NullMarked
package org.parley.connector;

import org.jspecify.annotations.NullMarked;
