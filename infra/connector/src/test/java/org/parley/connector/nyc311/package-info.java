/** What a 311 row becomes. */
@NullMarked
package org.parley.connector.nyc311;

import org.jspecify.annotations.NullMarked;
