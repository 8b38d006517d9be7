/** Published figures: the parts of the partitions added up by each figure's one owner, and the board from which every copy feeds who watches. */
@NullMarked
package org.parley.reporting.live;

import org.jspecify.annotations.NullMarked;
