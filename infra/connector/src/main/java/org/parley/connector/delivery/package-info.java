/**
 * The ways a referral goes out: HTTP, Kafka, or nowhere. A way is patient, so that a platform that is restarted in the
 * middle costs time and nothing else, and it can tell what it brought about itself from what was there before.
 */
@NullMarked
package org.parley.connector.delivery;

import org.jspecify.annotations.NullMarked;
