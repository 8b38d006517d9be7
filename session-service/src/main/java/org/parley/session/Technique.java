package org.parley.session;

import static org.parley.session.TechniqueGroup.DIRECT;
import static org.parley.session.TechniqueGroup.ELICIT;
import static org.parley.session.TechniqueGroup.OFFER;
import static org.parley.session.TechniqueGroup.REFLECT;

/** What was done: listening, mediation, scene. */
public enum Technique {
    ENCOURAGERS(REFLECT),
    OPEN_QUESTION(ELICIT),
    MIRRORING(REFLECT),
    EMOTION_LABELLING(REFLECT),
    PARAPHRASE(REFLECT),
    /** Says what the speaker sees and needs. */
    I_STATEMENT(OFFER),
    PAUSE(REFLECT),
    REFRAMING(REFLECT),
    INTERESTS(REFLECT),
    OPTIONS(ELICIT),
    /** Brings in what would come of it otherwise. */
    REALITY_TEST(OFFER),
    /** Writes down the solutions of the parties. */
    AGREEMENT_WRITING(ELICIT),
    SEPARATE_MEETINGS(DIRECT),
    TIME(DIRECT),
    DISTANCE(DIRECT),
    SHIELDING(DIRECT),
    DISENGAGEMENT(DIRECT);

    private final TechniqueGroup group;

    Technique(TechniqueGroup group) {
        this.group = group;
    }

    public TechniqueGroup group() {
        return group;
    }
}
