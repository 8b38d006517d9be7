package org.parley.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.springframework.stereotype.Component;

/** Logging and reading on-the-spot de-escalations. */
@Component
public class MicroInterventionManagement {

    private final Documents<MicroIntervention> microInterventions;
    private final Clock clock;
    private final Commands commands = new Commands();

    MicroInterventionManagement(Documents<MicroIntervention> microInterventions, Clock clock) {
        this.microInterventions = microInterventions;
        this.clock = clock;
    }

    public Logging<MicroIntervention> log(UUID id, MicroInterventionReport report, Author author) {
        var now = clock.instant();
        var borough = commands.boroughOf(report.command(), report.occurredAt());
        var breaches = new ArrayList<>(report.breaches(now));
        if (borough.isEmpty()) {
            breaches.add(new Breach("/command", "must be a command of that day"));
        }
        if (borough.isEmpty() || !breaches.isEmpty()) {
            return new Logging.Refused<>(breaches);
        }
        var microIntervention = new MicroIntervention(report, borough.get(), now);
        return author.logs(report)
                .map(actor -> log(id, microIntervention, actor))
                .orElseGet(Logging.Forbidden::new);
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<MicroIntervention>> find(UUID id, Author author) {
        return microInterventions
                .find(id.toString())
                .filter(held -> author.reads(held.state().report()));
    }

    private Logging<MicroIntervention> log(UUID id, MicroIntervention microIntervention, Actor actor) {
        var fact = new Fact(
                MicroIntervention.Logged.TYPE,
                id.toString(),
                MicroIntervention.Logged.by(actor, id, microIntervention));
        return switch (microInterventions.insert(id.toString(), microIntervention, List.of(fact))) {
            case Insertion.Inserted<MicroIntervention>(var held) -> new Logging.Logged<>(held);
            case Insertion.Existing<MicroIntervention>(var held) ->
                held.state().repeats(microIntervention.report())
                        ? new Logging.Repeated<>(held)
                        : new Logging.Conflicting<>();
        };
    }
}
