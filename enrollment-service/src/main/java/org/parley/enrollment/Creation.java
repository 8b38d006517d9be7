package org.parley.enrollment;

import java.util.List;
import org.parley.starter.outbox.Held;

/** What became of a training that was to be created. */
public sealed interface Creation {

    /** It is new. */
    record Created(Held<Training> held) implements Creation {}

    /** The same was asked for before. */
    record Repeated(Held<Training> held) implements Creation {}

    /** Something else was asked for with this key. */
    record KeyReused() implements Creation {}

    /** It breaks rules. */
    record Invalid(List<Breach> breaches) implements Creation {}
}
