package org.parley.local.demo;

import java.util.List;

/** What disputes are about, and what is done about them. */
final class Street {

    /** As often as they come up: a type named twice comes up twice as often. */
    static final List<String> TYPES = List.of(
            "NOISE",
            "NOISE",
            "NOISE",
            "NOISE",
            "NEIGHBOR",
            "NEIGHBOR",
            "NEIGHBOR",
            "LANDLORD_TENANT",
            "LANDLORD_TENANT",
            "ROOMMATE",
            "FAMILY",
            "FAMILY",
            "PARENT_CHILD",
            "PROPERTY",
            "DEBT",
            "HARASSMENT",
            "WORKPLACE",
            "SCHOOL",
            "PETS",
            "PARKING",
            "PARKING",
            "PUBLIC_SPACE",
            "OTHER");

    static final List<String> TECHNIQUES = List.of(
            "ENCOURAGERS",
            "OPEN_QUESTION",
            "MIRRORING",
            "EMOTION_LABELLING",
            "PARAPHRASE",
            "I_STATEMENT",
            "PAUSE",
            "REFRAMING",
            "INTERESTS",
            "OPTIONS",
            "REALITY_TEST",
            "AGREEMENT_WRITING",
            "SEPARATE_MEETINGS",
            "TIME",
            "DISTANCE",
            "SHIELDING",
            "DISENGAGEMENT");

    private Street() {}
}
