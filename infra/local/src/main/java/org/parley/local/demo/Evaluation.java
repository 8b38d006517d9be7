package org.parley.local.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an officer thinks of the training, and three months later of what became of it. */
record Evaluation(String overall, Map<String, String> parts, List<String> themes, String used) {

    /** 94 of 100 approve of it. */
    private static final List<String> RATINGS = List.of("EXCELLENT", "EXCELLENT", "EXCELLENT", "GOOD", "GOOD");

    private static final List<String> PARTS = List.of("FULL_PROCESS", "MICRO_INTERVENTIONS", "MEDIATION_CENTERS");
    private static final List<String> THEMES = List.of(
            "RELATE_TO_CIVILIANS",
            "TOOLS_INSTEAD_OF_ARREST",
            "COMMUNITY_RELATIONS",
            "REDUCED_ARRESTS",
            "VOLUNTARY_COMPLIANCE");
    private static final List<String> USES = List.of("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "NEVER");

    static Evaluation by(Chance chance) {
        return new Evaluation(
                rating(chance),
                PARTS.stream().collect(Collectors.toUnmodifiableMap(part -> part, _ -> rating(chance))),
                chance.some(THEMES, chance.between(1, 4)),
                chance.of(USES));
    }

    boolean isApproval() {
        return isExcellent() || overall.equals("GOOD");
    }

    boolean isExcellent() {
        return overall.equals("EXCELLENT");
    }

    Map<String, ?> course(String token) {
        return Map.of("token", token, "overall", overall, "parts", parts, "themes", themes);
    }

    Map<String, ?> followUp(String token) {
        return Map.of("token", token, "used", used, "themes", themes);
    }

    private static String rating(Chance chance) {
        return chance.in(94) ? chance.of(RATINGS) : chance.of(List.of("FAIR", "FAIR", "POOR"));
    }
}
