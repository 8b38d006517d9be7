/** The contracts hold together: types, schemas, examples, topics and code lists agree with each other. */
@NullMarked
package org.parley.contracts;

import org.jspecify.annotations.NullMarked;
