package org.parley.enrollment;

import java.util.UUID;

/** Looks up how officers stand. */
@FunctionalInterface
interface Standings {

    Standing of(UUID officer);
}
