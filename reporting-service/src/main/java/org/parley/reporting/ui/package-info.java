/** The dashboard page, and the login in front of it. */
@NullMarked
package org.parley.reporting.ui;

import org.jspecify.annotations.NullMarked;
