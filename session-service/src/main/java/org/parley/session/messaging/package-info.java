/** What other services tell on Kafka, read into this service's own, smaller records. */
@NullMarked
package org.parley.session.messaging;

import org.jspecify.annotations.NullMarked;
