/** The outbox inside the document, and the relay that sends what it holds to Kafka: never lost, in order per document, at least once. */
@NullMarked
package org.parley.starter.outbox;

import org.jspecify.annotations.NullMarked;
