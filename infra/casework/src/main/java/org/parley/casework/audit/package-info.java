/** Compares the run's books with what the services say, row by row and figure by figure. */
@NullMarked
package org.parley.casework.audit;

import org.jspecify.annotations.NullMarked;
