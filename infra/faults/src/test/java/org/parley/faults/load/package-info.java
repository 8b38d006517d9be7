@NullMarked
package org.parley.faults.load;

import org.jspecify.annotations.NullMarked;
