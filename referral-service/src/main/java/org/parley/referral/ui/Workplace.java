package org.parley.referral.ui;

import java.util.List;
import java.util.Set;
import org.parley.starter.identity.Caller;

/** Where people of some roles have their pages. */
record Workplace(String path, String title, Set<String> roles) {

    private static final List<Workplace> ALL = List.of(
            new Workplace("/center", "Cases of my center", Set.of("center-staff")),
            new Workplace("/precinct", "Referrals of my command", Set.of("officer", "commander")),
            new Workplace("/coordination", "Coordination", Set.of("coordinator", "administrator")));

    Workplace {
        roles = Set.copyOf(roles);
    }

    static List<Workplace> of(Caller caller) {
        return ALL.stream()
                .filter(place -> place.roles.stream().anyMatch(caller::is))
                .toList();
    }
}
