/** The dashboard page. */
@NullMarked
package org.parley.reporting.ui;

import org.jspecify.annotations.NullMarked;
