package org.parley.enrollment.evaluations;

/** What a training did for an officer, in the programme's words. */
public enum Theme {
    RELATE_TO_CIVILIANS,
    TOOLS_INSTEAD_OF_ARREST,
    COMMUNITY_RELATIONS,
    REDUCED_ARRESTS,
    VOLUNTARY_COMPLIANCE
}
