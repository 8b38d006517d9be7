@NullMarked
package org.parley.faults.receiver;

import org.jspecify.annotations.NullMarked;
