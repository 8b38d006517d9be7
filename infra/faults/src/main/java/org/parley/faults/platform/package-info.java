/** The platform under test: its own processes on free ports, a proxy on every way to store and broker. */
@NullMarked
package org.parley.faults.platform;

import org.jspecify.annotations.NullMarked;
