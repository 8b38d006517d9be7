package org.parley.session.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.session.DisputeType;
import org.parley.session.NewYork;
import org.parley.session.lists.LogPage;

/** A log in a list: a session or a micro-intervention, or for who may not see more when something of which type was. */
record LogItem(
        Kind kind,
        LocalDate day,
        DisputeType type,
        @Nullable SessionView session,
        @Nullable MicroInterventionView microIntervention) {

    enum Kind {
        SESSION,
        MICRO_INTERVENTION
    }

    static LogItem of(LogPage.Item item) {
        return switch (item) {
            case LogPage.OfSession(var held) -> {
                var report = held.state().report();
                var day = NewYork.day(report.startedAt());
                yield new LogItem(Kind.SESSION, day, report.type(), SessionView.from(held), null);
            }
            case LogPage.OfMicroIntervention(var held) -> {
                var report = held.state().report();
                var day = NewYork.day(report.occurredAt());
                yield new LogItem(Kind.MICRO_INTERVENTION, day, report.type(), null, MicroInterventionView.from(held));
            }
        };
    }

    /** Nothing of what an officer did. */
    LogItem bare() {
        return new LogItem(kind, day, type, null, null);
    }
}
