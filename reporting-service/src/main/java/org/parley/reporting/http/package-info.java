/** Figures, definitions and the live stream over HTTP. */
@NullMarked
package org.parley.reporting.http;

import org.jspecify.annotations.NullMarked;
