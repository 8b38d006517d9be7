/**
 * What officers, commanders and coordinators look through: lists of logs by the day they are about, which follow the logs
 * and are read by ids that can be computed, and what a month's logs add up to.
 */
@NullMarked
package org.parley.session.lists;

import org.jspecify.annotations.NullMarked;
