/**
 * An embedded server that speaks MongoDB's protocol, for evaluation and tests. It is de.bwaldvogel's
 * mongo-java-server with its H2 backend, made to answer only what is on disk.
 */
@NullMarked
package org.parley.local.store;

import org.jspecify.annotations.NullMarked;
