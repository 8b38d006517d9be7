package org.parley.enrollment.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.officers.Officers;

/** What officers are called on a page for somebody who may know their names: whoever takes attendance has no ids before them. */
record Labels(Officers officers) {

    private static final int TELLING = 8;

    /**
     * By officer, the name and the beginning of the id, since two may have one name; whoever has no name is not in there.
     *
     * @param command in which the officer has to serve now for the reader to learn the name
     */
    Map<UUID, String> of(Collection<Enrollment> some, Predicate<String> command) {
        var labels = new HashMap<UUID, String>();
        officers.namesOf(some.stream().map(Enrollment::officer).toList(), command)
                .forEach((id, name) -> labels.put(id, of(id, name)));
        return Map.copyOf(labels);
    }

    static String of(UUID officer, String name) {
        return name + " (" + officer.toString().substring(0, TELLING) + ")";
    }
}
