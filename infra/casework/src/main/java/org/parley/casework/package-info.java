/**
 * What {@code infra/demo --referrals} runs: sends a file of complaints through the front door, lets five centers work all
 * of it off to an end, and with {@code --verify} compares its own books with the platform's.
 */
@NullMarked
package org.parley.casework;

import org.jspecify.annotations.NullMarked;
