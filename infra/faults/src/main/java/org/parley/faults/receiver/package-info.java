/** A center's webhook endpoint in a process of its own, that writes down what it got before it says so. */
@NullMarked
package org.parley.faults.receiver;

import org.jspecify.annotations.NullMarked;
