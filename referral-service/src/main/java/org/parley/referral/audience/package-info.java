/**
 * Who may see what of a referral: one view for centers, another for precincts, a third for coordinators, and nothing of
 * one in the other; what is kept of a center; where a webhook goes and what came of it. The API sends them, the pages show
 * them.
 */
@NullMarked
package org.parley.referral.audience;

import org.jspecify.annotations.NullMarked;
