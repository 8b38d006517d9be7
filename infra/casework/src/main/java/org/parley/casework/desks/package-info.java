/** Who works: the five centers with their ways of receiving, the precincts' front door, and the coordinator. */
@NullMarked
package org.parley.casework.desks;

import org.jspecify.annotations.NullMarked;
