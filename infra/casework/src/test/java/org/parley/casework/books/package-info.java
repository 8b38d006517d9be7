@NullMarked
package org.parley.casework.books;

import org.jspecify.annotations.NullMarked;
