@NullMarked
package org.parley.casework.audit;

import org.jspecify.annotations.NullMarked;
