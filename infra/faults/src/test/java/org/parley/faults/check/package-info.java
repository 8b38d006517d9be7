/** Each rule is seen to pass a right run and to see each way in which it can be broken. */
@NullMarked
package org.parley.faults.check;

import org.jspecify.annotations.NullMarked;
