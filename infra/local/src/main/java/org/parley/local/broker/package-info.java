/** A real Kafka broker, one node, from the artifacts of the Kafka project. */
@NullMarked
package org.parley.local.broker;

import org.jspecify.annotations.NullMarked;
