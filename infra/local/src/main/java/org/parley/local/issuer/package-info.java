/** The issuer of the platform on one machine: test clients and test users with known passwords, never for real work. */
@NullMarked
package org.parley.local.issuer;

import org.jspecify.annotations.NullMarked;
