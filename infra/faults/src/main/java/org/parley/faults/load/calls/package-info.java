/** How clients ask: over HTTP or Kafka, again until they are told, and every deed is written down once. */
@NullMarked
package org.parley.faults.load.calls;

import org.jspecify.annotations.NullMarked;
