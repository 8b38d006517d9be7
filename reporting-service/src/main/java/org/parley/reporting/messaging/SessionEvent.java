package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.AGREEMENTS;
import static org.parley.reporting.Metric.SESSIONS_HELD;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Contribution;
import org.parley.reporting.NewYork;

/** What is counted of a mediation session. */
record SessionEvent(Session session) implements Counted {

    SessionEvent {
        requireNonNull(session);
    }

    record Session(
            String command,
            String borough,
            @Nullable String center,
            String type,
            Instant startedAt,
            String outcome,
            @Nullable String voidReason) {
        Session {
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(startedAt);
            requireNonNull(outcome);
        }
    }

    @Override
    public Contribution contribution() {
        if (session.voidReason() != null || session.outcome().equals("NOT_HELD")) {
            return Contribution.NONE;
        }
        var metrics = EnumSet.of(SESSIONS_HELD);
        if (session.outcome().startsWith("AGREEMENT_")) {
            metrics.add(AGREEMENTS);
        }
        return Contribution.counting(
                metrics,
                NewYork.day(session.startedAt()),
                List.of(session.borough(), session.command(), Counted.orNone(session.center()), session.type()));
    }
}
