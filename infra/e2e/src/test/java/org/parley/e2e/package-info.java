/**
 * Proof as the platform's users see it: every part is a process of its own, and the tests only speak HTTP, Kafka, the
 * connector's command line and a browser.
 */
@NullMarked
package org.parley.e2e;

import org.jspecify.annotations.NullMarked;
