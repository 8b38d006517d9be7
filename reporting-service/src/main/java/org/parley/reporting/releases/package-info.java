/**
 * What everybody may see: a closed set of tables over closed quarters, frozen in numbered releases. {@code Suppression}
 * says which numbers would point at few people and what else has to be hidden so that they can't be computed;
 * {@code Edition} lets later releases correct what was shown without saying whom the correction is about.
 */
@NullMarked
package org.parley.reporting.releases;

import org.jspecify.annotations.NullMarked;
