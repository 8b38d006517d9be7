package org.parley.session;

/** What was done: listening, mediation, scene. */
public enum Technique {
    ENCOURAGERS,
    OPEN_QUESTION,
    MIRRORING,
    EMOTION_LABELLING,
    PARAPHRASE,
    I_STATEMENT,
    PAUSE,
    REFRAMING,
    INTERESTS,
    OPTIONS,
    REALITY_TEST,
    AGREEMENT_WRITING,
    SEPARATE_MEETINGS,
    TIME,
    DISTANCE,
    SHIELDING,
    DISENGAGEMENT
}
