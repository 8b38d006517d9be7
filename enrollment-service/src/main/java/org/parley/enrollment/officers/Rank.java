package org.parley.enrollment.officers;

/**
 * The city police's ranks from the lowest up: those of the civil service up to captain, and above it those that the
 * commissioner appoints (deputy inspector, inspector, deputy chief, assistant chief, bureau chief, chief of department).
 * Grades of detectives and special assignments of sergeants and lieutenants are not told apart.
 */
public enum Rank {
    PO,
    DET,
    SGT,
    LT,
    CPT,
    DI,
    INSP,
    DC,
    AC,
    BC,
    COD
}
