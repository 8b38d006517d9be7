package org.parley.enrollment.evaluations;

/** When officers are asked: after the training, of the training itself; three months later, of what became of it. */
public enum EvaluationKind {
    COURSE,
    FOLLOW_UP
}
