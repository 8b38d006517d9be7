package org.parley.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.New;
import org.springframework.stereotype.Component;

/** Logging, correcting and reading on-the-spot de-escalations. */
@Component
public class MicroInterventionManagement {

    private static final String TIME = "/occurredAt";

    /** What a phone sends of a log that it wrote. */
    public record Entry(UUID id, MicroInterventionReport report) {}

    private final Documents<MicroIntervention> microInterventions;
    private final SessionSettings settings;
    private final Clock clock;
    private final Commands commands = new Commands();

    MicroInterventionManagement(
            Documents<MicroIntervention> microInterventions, SessionSettings settings, Clock clock) {
        this.microInterventions = microInterventions;
        this.settings = settings;
        this.clock = clock;
    }

    public Logging<MicroIntervention> log(UUID id, MicroInterventionReport report, Author author) {
        return log(List.of(new Entry(id, report)), author).getFirst();
    }

    /**
     * Logs many in one write, each as if it came alone and in whatever order they come. Of different logs with one id none
     * is taken, since none is more right than another.
     *
     * @return what became of each, in the order given
     */
    public List<Logging<MicroIntervention>> log(List<Entry> entries, Author author) {
        var now = clock.instant();
        var judged = entries.stream().map(entry -> judge(entry, author, now)).toList();
        var fresh = new LinkedHashMap<UUID, New<MicroIntervention>>();
        var disputed = new HashSet<UUID>();
        var reports = new HashMap<UUID, MicroInterventionReport>();
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            if (judged.get(index) instanceof Judged.Good(var log)) {
                var first = reports.putIfAbsent(entry.id(), entry.report());
                if (first != null && !first.equals(entry.report())) {
                    disputed.add(entry.id());
                }
                fresh.putIfAbsent(entry.id(), new New<>(entry.id().toString(), log, List.of(fact(entry.id(), log))));
            }
        }
        fresh.keySet().removeAll(disputed);
        var inserted = insert(fresh);
        var known = known(entries, inserted);
        var answers = new ArrayList<Logging<MicroIntervention>>();
        var mine = new HashSet<UUID>();
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            answers.add(
                    switch (judged.get(index)) {
                        case Judged.Bad(var answer) -> answer;
                        case Judged.Late(var answer) -> again(entry, known).orElse(answer);
                        case Judged.Good _ ->
                            inserted.get(entry.id()) instanceof Insertion.Inserted<MicroIntervention>(var held)
                                            && mine.add(entry.id())
                                    ? new Logging.Logged<>(held)
                                    : again(entry, known).orElseGet(Logging.Conflicting::new);
                    });
        }
        return answers;
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<MicroIntervention>> find(UUID id, Author author) {
        return microInterventions
                .find(id.toString())
                .filter(held -> author.reads(held.state().report()));
    }

    /** @param report the whole of it as it should have been told */
    public Correction<MicroIntervention> amend(
            UUID id, MicroInterventionReport report, Author author, Expected expected) {
        var now = clock.instant();
        return change(id, author, expected, (held, actor) -> {
            var log = held.state();
            if (!log.counts()) {
                return Decision.keep(Optional.of(new Correction.Voided<>()));
            }
            var borough = commands.boroughOf(report.command(), report.occurredAt());
            var breaches = breaches(report, borough, now);
            breaches.addAll(log.breachesOf(report));
            var moved = !report.occurredAt().equals(log.report().occurredAt());
            if (moved && !author.isCoordinator() && settings.isLate(report.occurredAt(), now)) {
                breaches.add(settings.late(TIME));
            }
            if (borough.isEmpty() || !breaches.isEmpty()) {
                return Decision.keep(Optional.of(new Correction.Refused<>(breaches)));
            }
            return report.equals(log.report())
                    ? Decision.keep(Optional.empty())
                    : write(id, log.amended(report, borough.get(), Change.amended(actor, now)));
        });
    }

    public Correction<MicroIntervention> voidIt(UUID id, VoidReason reason, Author author, Expected expected) {
        var now = clock.instant();
        return change(id, author, expected, (held, actor) -> {
            var log = held.state();
            if (!log.counts()) {
                return Decision.keep(
                        reason == log.voidReason() ? Optional.empty() : Optional.of(new Correction.Voided<>()));
            }
            return write(id, log.voided(reason, Change.voided(actor, reason, now)));
        });
    }

    /** What stands against a change, if anything does, and the change. */
    private interface Deciding {
        Decision<MicroIntervention, Optional<Correction<MicroIntervention>>> on(
                Held<MicroIntervention> held, Actor actor);
    }

    private Correction<MicroIntervention> change(UUID id, Author author, Expected expected, Deciding deciding) {
        return microInterventions
                .<Optional<Correction<MicroIntervention>>>change(id.toString(), held -> {
                    var report = held.state().report();
                    if (!author.reads(report)) {
                        return Decision.keep(Optional.of(new Correction.NotFound<>()));
                    }
                    var actor = author.logs(report);
                    if (actor.isEmpty()) {
                        return Decision.keep(Optional.of(new Correction.Forbidden<>()));
                    }
                    if (!expected.isMetBy(held.version())) {
                        return Decision.keep(Optional.of(new Correction.Stale<>(held.version())));
                    }
                    var decision = deciding.on(held, actor.get());
                    return decision.state() != null && Trail.isFull(held.state().earlier())
                            ? Decision.keep(Optional.of(new Correction.TooOften<>()))
                            : decision;
                })
                .map(outcome -> outcome.answer().orElseGet(() -> new Correction.Done<>(outcome.held())))
                .orElseGet(Correction.NotFound::new);
    }

    private static Decision<MicroIntervention, Optional<Correction<MicroIntervention>>> write(
            UUID id, MicroIntervention log) {
        return Decision.write(Optional.empty(), log, fact(id, log));
    }

    /** What can be said of a log without looking whether it is there. */
    private sealed interface Judged {
        record Good(MicroIntervention log) implements Judged {}

        record Bad(Logging<MicroIntervention> answer) implements Judged {}

        /** It would have been taken in time, and perhaps was. */
        record Late(Logging<MicroIntervention> answer) implements Judged {}
    }

    private Judged judge(Entry entry, Author author, Instant now) {
        var report = entry.report();
        var borough = commands.boroughOf(report.command(), report.occurredAt());
        var breaches = breaches(report, borough, now);
        var late = !author.isCoordinator() && settings.isLate(report.occurredAt(), now);
        if (borough.isEmpty() || !breaches.isEmpty()) {
            if (late) {
                breaches.add(settings.late(TIME));
            }
            return new Judged.Bad(new Logging.Refused<>(breaches));
        }
        var actor = author.logs(report);
        if (actor.isEmpty()) {
            return new Judged.Bad(new Logging.Forbidden<>());
        }
        return late
                ? new Judged.Late(new Logging.Refused<>(List.of(settings.late(TIME))))
                : new Judged.Good(MicroIntervention.logged(report, borough.get(), actor.get(), now));
    }

    private static List<Breach> breaches(MicroInterventionReport report, Optional<String> borough, Instant now) {
        var breaches = new ArrayList<>(report.breaches(now));
        if (borough.isEmpty()) {
            breaches.add(new Breach("/command", "must be a command of that day"));
        }
        return breaches;
    }

    /** One alone goes with those that others insert at the same moment. */
    private Map<UUID, Insertion<MicroIntervention>> insert(Map<UUID, New<MicroIntervention>> fresh) {
        var inserted = new HashMap<UUID, Insertion<MicroIntervention>>();
        if (fresh.size() == 1) {
            fresh.forEach((id, one) -> inserted.put(id, microInterventions.insert(one.id(), one.state(), one.facts())));
        } else {
            microInterventions
                    .insertAll(List.copyOf(fresh.values()))
                    .forEach((id, insertion) -> inserted.put(UUID.fromString(id), insertion));
        }
        return inserted;
    }

    /** Those that are there, by id: what was just inserted or found, and what was not tried to insert. */
    private Map<UUID, Held<MicroIntervention>> known(
            List<Entry> entries, Map<UUID, Insertion<MicroIntervention>> inserted) {
        var known = new HashMap<UUID, Held<MicroIntervention>>();
        inserted.forEach((id, insertion) -> known.put(id, insertion.held()));
        var others = entries.stream()
                .map(Entry::id)
                .filter(id -> !inserted.containsKey(id))
                .map(UUID::toString)
                .distinct()
                .toList();
        microInterventions.findAll(others).forEach((id, held) -> known.put(UUID.fromString(id), held));
        return known;
    }

    /** Empty when there is no such log, so that another one of this id did not come in between. */
    private static Optional<Logging<MicroIntervention>> again(Entry entry, Map<UUID, Held<MicroIntervention>> known) {
        return Optional.ofNullable(known.get(entry.id()))
                .map(held -> held.state().repeats(entry.report())
                        ? new Logging.Repeated<>(held)
                        : new Logging.Conflicting<>());
    }

    private static Fact fact(UUID id, MicroIntervention log) {
        return new Fact(log.told(), id.toString(), MicroIntervention.Told.of(id, log));
    }
}
