/** What every benchmark needs: a ground to run on, rounds, load, latency, processor time, and a table. */
@NullMarked
package org.parley.bench.harness;

import org.jspecify.annotations.NullMarked;
