package org.parley.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a micro-intervention's report must keep beside its own rules. */
@Component
class MicroInterventionRules {

    private final SessionSettings settings;
    private final Commands commands = new Commands();

    MicroInterventionRules(SessionSettings settings) {
        this.settings = settings;
    }

    Optional<String> boroughOf(MicroInterventionReport report) {
        return commands.boroughOf(report.command(), report.occurredAt());
    }

    /** In a list that may be added to. */
    List<Breach> breaches(MicroInterventionReport report, Instant now) {
        var breaches = new ArrayList<>(report.breaches(now));
        if (boroughOf(report).isEmpty()) {
            breaches.add(new Breach("/command", "must be a command of that day"));
        }
        return breaches;
    }

    /** The breach of its period, if it is another's than a coordinator's. */
    List<Breach> late(MicroInterventionReport report, Author author, Instant now) {
        return settings.late("/occurredAt", report.occurredAt(), author, now);
    }
}
