package org.parley.reporting.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a technique does to the talk, as session-service sorts them. */
final class TechniqueGroups {

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("ENCOURAGERS", "REFLECT"),
            Map.entry("MIRRORING", "REFLECT"),
            Map.entry("EMOTION_LABELLING", "REFLECT"),
            Map.entry("PARAPHRASE", "REFLECT"),
            Map.entry("PAUSE", "REFLECT"),
            Map.entry("REFRAMING", "REFLECT"),
            Map.entry("INTERESTS", "REFLECT"),
            Map.entry("OPEN_QUESTION", "ELICIT"),
            Map.entry("OPTIONS", "ELICIT"),
            Map.entry("AGREEMENT_WRITING", "ELICIT"),
            Map.entry("I_STATEMENT", "OFFER"),
            Map.entry("REALITY_TEST", "OFFER"),
            Map.entry("SEPARATE_MEETINGS", "DIRECT"),
            Map.entry("TIME", "DIRECT"),
            Map.entry("DISTANCE", "DIRECT"),
            Map.entry("SHIELDING", "DIRECT"),
            Map.entry("DISENGAGEMENT", "DIRECT"));

    private TechniqueGroups() {}

    /** Each once, however many of its techniques there are. One that is not known here yet is in none. */
    static Set<String> of(Collection<String> techniques) {
        var groups = new TreeSet<String>();
        techniques.stream().filter(GROUPS::containsKey).map(GROUPS::get).forEach(groups::add);
        return groups;
    }
}
