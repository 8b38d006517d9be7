/** Sessions and micro-interventions over HTTP: strict bodies in, whole views out. */
@NullMarked
package org.parley.session.http;

import org.jspecify.annotations.NullMarked;
