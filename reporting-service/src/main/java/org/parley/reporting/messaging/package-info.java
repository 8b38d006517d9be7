/** What comes in on Kafka: this service's own, smaller records of the events, and where to go on reading. */
@NullMarked
package org.parley.reporting.messaging;

import org.jspecify.annotations.NullMarked;
