/**
 * Intake as one would build it with Spring Modulith: a referral is saved, an event is published, the registry keeps it
 * until Kafka has it. It checks no token and encrypts nothing, so it does less than Parley.
 */
@NullMarked
package org.parley.bench.peers.modulith;

import org.jspecify.annotations.NullMarked;
