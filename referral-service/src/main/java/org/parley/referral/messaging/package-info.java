/** What comes in over Kafka: submissions of precinct systems, and sessions that session-service tells of. */
@NullMarked
package org.parley.referral.messaging;

import org.jspecify.annotations.NullMarked;
