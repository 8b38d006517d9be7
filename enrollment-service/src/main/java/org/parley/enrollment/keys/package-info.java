/** The keys this service works with. */
@NullMarked
package org.parley.enrollment.keys;

import org.jspecify.annotations.NullMarked;
