/**
 * Aggregation as most tutorials have it: a {@code @KafkaListener} takes one record at a time, asks the store whether it
 * is news, and increments the figures.
 *
 * <p>What it promises: a record that comes twice is counted once. What it doesn't: guard and increments are two writes,
 * so a crash between them loses what the event adds, and nothing finds it later.
 */
@NullMarked
package org.parley.peer.onebyone;

import org.jspecify.annotations.NullMarked;
