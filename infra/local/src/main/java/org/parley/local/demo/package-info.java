/**
 * A generated year of the programme, played through the services' own doors. The same seed gives the same year, and
 * what was played before is not played again.
 */
@NullMarked
package org.parley.local.demo;

import org.jspecify.annotations.NullMarked;
