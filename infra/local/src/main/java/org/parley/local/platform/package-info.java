/**
 * Behind {@code infra/up}, {@code down}, {@code status} and {@code token}: starts every part in a process of its own,
 * watches them, and ends them.
 */
@NullMarked
package org.parley.local.platform;

import org.jspecify.annotations.NullMarked;
