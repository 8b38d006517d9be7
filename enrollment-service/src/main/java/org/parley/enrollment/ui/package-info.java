/** The pages: of officers, of commanders, of coordinators and trainers. They do what the API does, by the same use cases. */
@NullMarked
package org.parley.enrollment.ui;

import org.jspecify.annotations.NullMarked;
