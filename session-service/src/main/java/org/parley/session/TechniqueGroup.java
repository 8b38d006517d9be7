package org.parley.session;

/**
 * What a technique does to the talk: gives back what was heard, draws solutions from the parties, brings in the
 * mediator's own view, or takes the lead. The four are those of the study of Maryland's courts, "What Works in Child
 * Access Mediation" (Administrative Office of the Courts, 2016), which found eliciting to do most for the parties; to them
 * the techniques of the trainings and of the scene are sorted here.
 */
public enum TechniqueGroup {
    REFLECT,
    DIRECT,
    ELICIT,
    OFFER
}
