package org.parley.session.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.session.MicroIntervention;
import org.parley.session.NewYork;
import org.parley.session.Session;
import org.parley.starter.outbox.Held;

/** @param next the cursor with which the list goes on, also after a page of few or none; null at its end */
public record LogPage(List<Item> items, @Nullable String next) {

    public LogPage {
        items = List.copyOf(items);
    }

    /** A log of either kind. */
    public sealed interface Item {

        /** False once it was voided. */
        boolean counts();

        /** What somebody may know of it who may not see the log. */
        Glimpse glimpse();
    }

    public record OfSession(Held<Session> held) implements Item {

        @Override
        public boolean counts() {
            return held.state().counts();
        }

        @Override
        public Glimpse glimpse() {
            var report = held.state().report();
            return new Glimpse(Glimpse.Kind.SESSION, NewYork.day(report.startedAt()), report.type());
        }
    }

    public record OfMicroIntervention(Held<MicroIntervention> held) implements Item {

        @Override
        public boolean counts() {
            return held.state().counts();
        }

        @Override
        public Glimpse glimpse() {
            var report = held.state().report();
            return new Glimpse(Glimpse.Kind.MICRO_INTERVENTION, NewYork.day(report.occurredAt()), report.type());
        }
    }
}
