/**
 * What has to be looked at on some day, and who looks: no domain word in it. Days are New York's.
 */
@NullMarked
package org.parley.enrollment.timekeeping;

import org.jspecify.annotations.NullMarked;
