package org.parley.session.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.parley.session.DisputeType;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.Technique;
import org.parley.session.TechniqueGroup;
import org.parley.starter.codes.CodeList;

/** What the page lets choose from, in words: all that the service takes, so that no script has a list of its own. */
record Choices(List<Outcome> outcomes, List<Named> types, List<Group> groups) {

    /** A code and its name. */
    record Named(String code, String name) {}

    /** @param made whether there was an arrest with it: {@code always}, {@code never}, or {@code ask} the officer */
    record Outcome(String code, String name, String made) {}

    record Group(String name, List<Named> techniques) {
        Group {
            techniques = List.copyOf(techniques);
        }
    }

    Choices {
        outcomes = List.copyOf(outcomes);
        types = List.copyOf(types);
        groups = List.copyOf(groups);
    }

    static Choices all() {
        return new Choices(
                Arrays.stream(MicroInterventionOutcome.values())
                        .map(outcome -> new Outcome(outcome.name(), plain(outcome), made(outcome)))
                        .toList(),
                allTypes(),
                allGroups());
    }

    static List<Named> allTypes() {
        var names = CodeList.of("dispute-types");
        return Arrays.stream(DisputeType.values())
                .map(type -> new Named(
                        type.name(),
                        names.find(type.name()).map(row -> row.get("name")).orElseGet(() -> plain(type))))
                .toList();
    }

    static List<Group> allGroups() {
        return Arrays.stream(TechniqueGroup.values())
                .map(group -> new Group(
                        plain(group),
                        Arrays.stream(Technique.values())
                                .filter(technique -> technique.group() == group)
                                .map(technique -> new Named(technique.name(), name(technique)))
                                .toList()))
                .toList();
    }

    static List<Named> named(Enum<?>[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Named(code.name(), plain(code)))
                .toList();
    }

    private static String made(MicroInterventionOutcome outcome) {
        return outcome.isArrest() ? "always" : outcome.allowsArrest() ? "ask" : "never";
    }

    static String name(Technique technique) {
        return technique == Technique.I_STATEMENT ? "I-statement" : plain(technique);
    }

    static String plain(Enum<?> code) {
        var text = code.name().replace('_', ' ');
        return text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
    }
}
