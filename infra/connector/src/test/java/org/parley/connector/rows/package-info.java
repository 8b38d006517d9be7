/** That what goes out is what the contracts say. */
@NullMarked
package org.parley.connector.rows;

import org.jspecify.annotations.NullMarked;
