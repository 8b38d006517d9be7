package org.parley.session.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A log's place in a list. */
record Line(Instant at, Glimpse.Kind kind, UUID id) {

    /** The newest first. */
    static final Comparator<Line> ORDER = Comparator.comparing(Line::at)
            .thenComparing(Line::kind)
            .thenComparing(Line::id)
            .reversed();

    static Line session(Instant at, UUID id) {
        return new Line(at, Glimpse.Kind.SESSION, id);
    }

    static Line microIntervention(Instant at, UUID id) {
        return new Line(at, Glimpse.Kind.MICRO_INTERVENTION, id);
    }

    String text() {
        return at.toEpochMilli() + "/" + kind + "/" + id;
    }

    static Line parse(String text) {
        var parts = text.split("/", -1);
        return new Line(
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Glimpse.Kind.valueOf(parts[1]),
                UUID.fromString(parts[2]));
    }
}
