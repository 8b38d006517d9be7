package org.parley.enrollment.ui;

import java.util.List;
import java.util.Set;
import org.parley.starter.identity.Caller;

/** Where people of some roles have their pages. */
record Workplace(String path, String title, Set<String> roles) {

    private static final List<Workplace> ALL = List.of(
            new Workplace("/trainings", "My trainings", Set.of("officer")),
            new Workplace("/command", "Officers of my command", Set.of("commander")),
            new Workplace("/cohorts", "Cohorts", Set.of("coordinator", "trainer")));

    Workplace {
        roles = Set.copyOf(roles);
    }

    static List<Workplace> of(Caller caller) {
        return ALL.stream()
                .filter(place -> place.roles.stream().anyMatch(caller::is))
                .toList();
    }
}
