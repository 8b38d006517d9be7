package org.parley.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What figures can be split by. */
public enum Dimension {
    BOROUGH,
    COMMAND,
    CENTER,
    TYPE,
    COHORT,
    STATE,
    OUTCOME,
    TECHNIQUE,
    TECHNIQUE_GROUP("techniqueGroup"),
    /** A histogram's: percentiles are read from them, nobody splits by them. */
    BUCKET;

    private final String word;

    Dimension() {
        word = name().toLowerCase(Locale.ROOT);
    }

    Dimension(String word) {
        this.word = word;
    }

    public static Optional<Dimension> find(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }
}
