/**
 * What a precinct system runs: reads a file of another system's cases, turns each into a referral, and posts the
 * referrals over HTTP or Kafka, as often as it takes and never twice. The command is {@code infra/refer}.
 */
@NullMarked
package org.parley.connector;

import org.jspecify.annotations.NullMarked;
