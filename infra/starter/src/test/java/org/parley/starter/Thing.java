package org.parley.starter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;

public record Thing(UUID owner, int count, LocalDate day, Instant at, String note) {

    public static final String COUNTED = "org.parley.thing.counted.v1";

    public static Thing none(UUID owner) {
        return new Thing(owner, 0, LocalDate.parse("2026-03-08"), Instant.parse("2026-03-08T07:30:00.123Z"), "new");
    }

    public static Decision<Thing, Integer> countUp(Held<Thing> held) {
        var was = held.state();
        var is = new Thing(was.owner(), was.count() + 1, was.day(), was.at(), null);
        return Decision.write(is.count(), is, new Fact(COUNTED, held.id(), is));
    }
}
