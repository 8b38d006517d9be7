package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.AGREEMENTS;
import static org.parley.reporting.Metric.MINUTES_MEDIATED;
import static org.parley.reporting.Metric.PARTIES_SERVED;
import static org.parley.reporting.Metric.SESSIONS_HELD;
import static org.parley.reporting.Metric.SESSION_DURATION;
import static org.parley.reporting.Metric.SESSION_OUTCOMES;
import static org.parley.reporting.Metric.SESSION_TECHNIQUES;
import static org.parley.reporting.Metric.SESSION_TECHNIQUE_GROUPS;

import java.time.Duration;
import java.time.Instant;
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
            int parties,
            Instant startedAt,
            Instant endedAt,
            List<String> techniques,
            String outcome,
            @Nullable String voidReason) {
        Session {
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(startedAt);
            requireNonNull(endedAt);
            techniques = List.copyOf(techniques);
            requireNonNull(outcome);
        }
    }

    @Override
    public Contribution contribution() {
        if (session.voidReason() != null) {
            return Contribution.NONE;
        }
        var outcome = session.outcome();
        var adding = Contribution.on(
                        NewYork.day(session.startedAt()),
                        List.of(session.borough(), session.command(), Counted.orNone(session.center()), session.type()))
                .one(SESSION_OUTCOMES, outcome);
        if (outcome.equals("NOT_HELD")) {
            return adding.done();
        }
        adding.one(SESSIONS_HELD)
                .many(MINUTES_MEDIATED, minutes())
                .many(PARTIES_SERVED, session.parties())
                .took(SESSION_DURATION, session.startedAt(), session.endedAt());
        if (outcome.startsWith("AGREEMENT_")) {
            adding.one(AGREEMENTS);
        }
        session.techniques().forEach(technique -> adding.one(SESSION_TECHNIQUES, technique));
        TechniqueGroups.of(session.techniques()).forEach(group -> adding.one(SESSION_TECHNIQUE_GROUPS, group, outcome));
        return adding.done();
    }

    private long minutes() {
        return Duration.between(session.startedAt(), session.endedAt()).toMinutes();
    }
}
