/**
 * Trainings and who takes part in them: seats, waiting list, attendance, completion, certificates. A training's document
 * leads, its roster included, so that one write sells a seat; certificates follow by the outbox.
 */
@NullMarked
package org.parley.enrollment;

import org.jspecify.annotations.NullMarked;
