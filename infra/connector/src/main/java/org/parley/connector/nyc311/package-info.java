/**
 * Service requests of New York City's 311 as the city's open data exports them: which of them are disputes that a
 * command could refer, of which type, and of which command.
 */
@NullMarked
package org.parley.connector.nyc311;

import org.jspecify.annotations.NullMarked;
