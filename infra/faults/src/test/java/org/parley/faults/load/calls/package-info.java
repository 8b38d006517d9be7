@NullMarked
package org.parley.faults.load.calls;

import org.jspecify.annotations.NullMarked;
