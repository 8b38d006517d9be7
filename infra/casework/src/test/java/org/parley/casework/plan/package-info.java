@NullMarked
package org.parley.casework.plan;

import org.jspecify.annotations.NullMarked;
