/**
 * What every test stands on: a store and a broker (named, in containers, or embedded), an issuer of tokens, and
 * access to topics.
 */
@NullMarked
package org.parley.testing;

import org.jspecify.annotations.NullMarked;
