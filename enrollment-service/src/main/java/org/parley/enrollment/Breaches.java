package org.parley.enrollment;

import java.util.ArrayList;
import java.util.List;

/** Collects every breach of a request, so that its sender learns of all of them at once. */
final class Breaches {

    private final List<Breach> found = new ArrayList<>();

    Breaches unless(boolean kept, String field, String rule) {
        if (!kept) {
            found.add(new Breach(field, rule));
        }
        return this;
    }

    List<Breach> found() {
        return List.copyOf(found);
    }
}
