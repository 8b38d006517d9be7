package org.parley.enrollment.officers;

/**
 * The ranks of the city's police from the lowest up, as its Patrol Guide abbreviates them; grades of detectives and special
 * assignments of sergeants and lieutenants are not told apart. BC is any bureau's chief, COD the chief of department.
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
