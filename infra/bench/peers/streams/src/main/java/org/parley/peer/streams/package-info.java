/**
 * Aggregation with Kafka Streams: each event counts exactly once in the figures on the result topic, for readers that
 * read committed records only.
 */
@NullMarked
package org.parley.peer.streams;

import org.jspecify.annotations.NullMarked;
