/**
 * Mediation sessions and micro-interventions: what officers and centers log of them, and nothing that was said. A log is
 * an allow-list of facts; whether an officer held a certificate is looked up in what enrollment-service has told.
 */
@NullMarked
package org.parley.session;

import org.jspecify.annotations.NullMarked;
