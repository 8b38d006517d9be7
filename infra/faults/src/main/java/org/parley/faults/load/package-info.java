/** The seeded load of a run: what precincts, centers, officers and the academy do while things die around them. */
@NullMarked
package org.parley.faults.load;

import org.jspecify.annotations.NullMarked;
