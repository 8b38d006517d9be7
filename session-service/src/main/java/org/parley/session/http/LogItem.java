package org.parley.session.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.session.DisputeType;
import org.parley.session.lists.Glimpse;
import org.parley.session.lists.LogPage;

/** A log in a list: a session or a micro-intervention, or for who may not see more when something of which type was. */
record LogItem(
        Glimpse.Kind kind,
        LocalDate day,
        DisputeType type,
        @Nullable SessionView session,
        @Nullable MicroInterventionView microIntervention) {

    static LogItem of(LogPage.Item item) {
        return switch (item) {
            case LogPage.OfSession(var held) -> of(item.glimpse(), SessionView.from(held), null);
            case LogPage.OfMicroIntervention(var held) -> of(item.glimpse(), null, MicroInterventionView.from(held));
        };
    }

    static LogItem of(Glimpse glimpse) {
        return of(glimpse, null, null);
    }

    private static LogItem of(
            Glimpse glimpse, @Nullable SessionView session, @Nullable MicroInterventionView microIntervention) {
        return new LogItem(glimpse.kind(), glimpse.day(), glimpse.type(), session, microIntervention);
    }
}
