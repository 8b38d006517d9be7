package org.parley.casework.books;

import java.util.UUID;

/** A session that a center has logged. */
public record Held(UUID id, String center, String outcome) {

    public boolean tookPlace() {
        return !outcome.equals("NOT_HELD");
    }

    public boolean agreed() {
        return outcome.startsWith("AGREEMENT_");
    }

    public boolean isFinal() {
        return agreed() || outcome.equals("NO_AGREEMENT");
    }

    /** How much of the dispute it resolved; empty when it is not the last one. */
    public String resolution() {
        return switch (outcome) {
            case "AGREEMENT_ALL" -> "WHOLE";
            case "AGREEMENT_MOST", "AGREEMENT_SOME" -> "PARTLY";
            case "NO_AGREEMENT" -> "NOT";
            default -> "";
        };
    }
}
