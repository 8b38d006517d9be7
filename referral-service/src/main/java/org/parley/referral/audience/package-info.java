/**
 * Who may see what of a referral: one view for centers, another for precincts, a third for coordinators, and nothing of
 * one in the other; and what is kept of a center. The API sends them, the pages show them.
 */
@NullMarked
package org.parley.referral.audience;

import org.jspecify.annotations.NullMarked;
