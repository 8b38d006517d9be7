/** Trainings, enrollments and certificates over HTTP. */
@NullMarked
package org.parley.enrollment.http;

import org.jspecify.annotations.NullMarked;
