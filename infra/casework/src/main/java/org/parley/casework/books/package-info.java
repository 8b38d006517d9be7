/**
 * The run's own books: what was posted, what was offered to whom, who did what with it, written when it is done and never
 * read back from the platform.
 */
@NullMarked
package org.parley.casework.books;

import org.jspecify.annotations.NullMarked;
