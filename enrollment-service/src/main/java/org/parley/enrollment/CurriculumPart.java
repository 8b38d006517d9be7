package org.parley.enrollment;

/** What is taught. */
public enum CurriculumPart {
    FULL_PROCESS,
    MICRO_INTERVENTIONS,
    MEDIATION_CENTERS
}
