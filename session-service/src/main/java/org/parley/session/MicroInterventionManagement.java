package org.parley.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.springframework.stereotype.Component;

/** Logging, correcting and reading on-the-spot de-escalations. */
@Component
public class MicroInterventionManagement {

    /** What a phone sends of a log that it wrote. */
    public record Entry(UUID id, MicroInterventionReport report) {}

    private final Documents<MicroIntervention> logs;
    private final Corrections<MicroIntervention> corrections;
    private final Uploads uploads;
    private final MicroInterventionRules rules;
    private final Clock clock;

    MicroInterventionManagement(
            Documents<MicroIntervention> logs, Uploads uploads, MicroInterventionRules rules, Clock clock) {
        this.logs = logs;
        this.corrections = new Corrections<>(logs);
        this.uploads = uploads;
        this.rules = rules;
        this.clock = clock;
    }

    public Logging<MicroIntervention> log(UUID id, MicroInterventionReport report, Author author) {
        return log(List.of(new Entry(id, report)), author).getFirst();
    }

    /**
     * Logs many in one write, each as if it came alone and in whatever order they come.
     *
     * @return what became of each, in the order given
     */
    public List<Logging<MicroIntervention>> log(List<Entry> entries, Author author) {
        return uploads.log(entries, author);
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<MicroIntervention>> find(UUID id, Author author) {
        return logs.find(id.toString()).filter(held -> held.state().isReadBy(author));
    }

    /** @param report the whole of it as it should have been told */
    public Correction<MicroIntervention> amend(
            UUID id, MicroInterventionReport report, Author author, Expected expected) {
        var now = clock.instant();
        return corrections.change(id, author, expected, (log, actor) -> {
            if (!log.counts()) {
                return Corrections.refuse(new Correction.Voided<>());
            }
            if (report.equals(log.report())) {
                return Corrections.already();
            }
            var borough = rules.boroughOf(report);
            var breaches = rules.breaches(report, now);
            breaches.addAll(log.breachesOf(report));
            if (!report.occurredAt().equals(log.report().occurredAt())) {
                breaches.addAll(rules.late(report, author, now));
            }
            return borough.isEmpty() || !breaches.isEmpty()
                    ? Corrections.refuse(new Correction.Refused<>(breaches))
                    : write(id, log.amended(report, borough.get(), Change.amended(actor, now)));
        });
    }

    public Correction<MicroIntervention> voidIt(UUID id, VoidReason reason, Author author, Expected expected) {
        var now = clock.instant();
        return corrections.change(id, author, expected, (log, actor) -> {
            if (log.counts()) {
                return write(id, log.voided(reason, Change.voided(actor, reason, now)));
            }
            return reason == log.voidReason() ? Corrections.already() : Corrections.refuse(new Correction.Voided<>());
        });
    }

    private static Decision<MicroIntervention, Optional<Correction<MicroIntervention>>> write(
            UUID id, MicroIntervention log) {
        return Decision.write(Optional.empty(), log, log.fact(id));
    }
}
