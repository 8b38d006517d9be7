package org.parley.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A de-escalation on the spot, and by whom. */
record MicroIntervention(
        UUID id,
        Officer officer,
        String type,
        Instant at,
        List<String> techniques,
        String outcome,
        boolean arrestWasLikely,
        boolean arrestMade) {

    private static final List<String> OUTCOMES = List.of(
            "CALMED",
            "CALMED",
            "VOLUNTARY_COMPLIANCE",
            "VOLUNTARY_COMPLIANCE",
            "VOLUNTARY_COMPLIANCE",
            "SEPARATED",
            "REFERRED",
            "UNRESOLVED",
            "ESCALATED",
            "ARREST");

    static MicroIntervention by(Officer officer, Instant at, Chance chance) {
        var outcome = chance.of(OUTCOMES);
        var arrest = outcome.equals("ARREST");
        return new MicroIntervention(
                chance.id("micro-intervention"),
                officer,
                chance.of(Street.TYPES),
                at,
                chance.some(Street.TECHNIQUES, chance.between(1, 4)),
                outcome,
                arrest || chance.in(35),
                arrest);
    }

    boolean isArrestAvoided() {
        return arrestWasLikely && !arrestMade;
    }

    Map<String, ?> body() {
        return Map.of(
                "officer", officer.id(),
                "command", officer.command(),
                "type", type,
                "occurredAt", at.toString(),
                "techniques", techniques,
                "outcome", outcome,
                "arrestWasLikely", arrestWasLikely,
                "arrestMade", arrestMade);
    }
}
