package org.parley.enrollment.evaluations;

/** The parts of the curriculum that are rated. */
public enum Part {
    FULL_PROCESS,
    MICRO_INTERVENTIONS,
    MEDIATION_CENTERS
}
