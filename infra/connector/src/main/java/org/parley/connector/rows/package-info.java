/**
 * What comes out of a file, whatever its format: rows that are referrals, and rows that are left out with a reason.
 */
@NullMarked
package org.parley.connector.rows;

import org.jspecify.annotations.NullMarked;
