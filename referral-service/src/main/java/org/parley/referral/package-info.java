/**
 * Referrals of non-arrest disputes from precincts to mediation centers: screened, offered, followed to their end.
 * The aggregate and its rules stand here; the ways in and out of the service are the packages below.
 */
@NullMarked
package org.parley.referral;

import org.jspecify.annotations.NullMarked;
