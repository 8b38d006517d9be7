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
import java.util.Set;
import java.util.UUID;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.New;
import org.springframework.stereotype.Component;

/** Micro-interventions that come together, each judged for itself and all written at once. */
@Component
class Uploads {

    private final Documents<MicroIntervention> logs;
    private final MicroInterventionRules rules;
    private final Clock clock;

    Uploads(Documents<MicroIntervention> logs, MicroInterventionRules rules, Clock clock) {
        this.logs = logs;
        this.rules = rules;
        this.clock = clock;
    }

    /** What can be said of an entry without looking what is there. */
    private sealed interface Judged {
        record Good(MicroIntervention log) implements Judged {}

        record Bad(Logging<MicroIntervention> answer) implements Judged {}

        /** In time it would have been taken, and perhaps it was. */
        record Late(Logging<MicroIntervention> answer) implements Judged {}
    }

    /**
     * Of different logs with one id none is taken, since none is more right than another: so it doesn't matter in which
     * order they come.
     *
     * @return what became of each, in the order given
     */
    List<Logging<MicroIntervention>> log(List<MicroInterventionManagement.Entry> entries, Author author) {
        var now = clock.instant();
        var judged = entries.stream().map(entry -> judge(entry, author, now)).toList();
        var inserted = insert(undisputed(entries, judged));
        var known = known(entries, inserted);
        var answers = new ArrayList<Logging<MicroIntervention>>();
        var told = new HashSet<UUID>();
        for (var place = 0; place < entries.size(); place++) {
            var entry = entries.get(place);
            answers.add(
                    switch (judged.get(place)) {
                        case Judged.Bad(var answer) -> answer;
                        case Judged.Late(var answer) -> again(entry, known).orElse(answer);
                        case Judged.Good _ ->
                            inserted.get(entry.id()) instanceof Insertion.Inserted<MicroIntervention>(var held)
                                            && told.add(entry.id())
                                    ? new Logging.Logged<>(held)
                                    : again(entry, known).orElseGet(Logging.Conflicting::new);
                    });
        }
        return answers;
    }

    private Judged judge(MicroInterventionManagement.Entry entry, Author author, Instant now) {
        var report = entry.report();
        var borough = rules.boroughOf(report);
        var breaches = rules.breaches(report, now);
        var late = rules.late(report, author, now);
        if (borough.isEmpty() || !breaches.isEmpty()) {
            breaches.addAll(late);
            return new Judged.Bad(new Logging.Refused<>(breaches));
        }
        var actor = author.logs(report);
        if (actor.isEmpty()) {
            return new Judged.Bad(new Logging.Forbidden<>());
        }
        return late.isEmpty()
                ? new Judged.Good(MicroIntervention.logged(report, borough.get(), actor.get(), now))
                : new Judged.Late(new Logging.Refused<>(late));
    }

    private static Map<UUID, MicroIntervention> undisputed(
            List<MicroInterventionManagement.Entry> entries, List<Judged> judged) {
        var wanted = new LinkedHashMap<UUID, MicroIntervention>();
        var disputed = new HashSet<UUID>();
        for (var place = 0; place < entries.size(); place++) {
            if (judged.get(place) instanceof Judged.Good(var log)) {
                var id = entries.get(place).id();
                var first = wanted.putIfAbsent(id, log);
                if (first != null && !first.report().equals(log.report())) {
                    disputed.add(id);
                }
            }
        }
        wanted.keySet().removeAll(disputed);
        return wanted;
    }

    /** One alone goes with those that other requests insert at the same moment. */
    private Map<UUID, Insertion<MicroIntervention>> insert(Map<UUID, MicroIntervention> wanted) {
        var inserted = new HashMap<UUID, Insertion<MicroIntervention>>();
        if (wanted.size() == 1) {
            wanted.forEach((id, log) -> inserted.put(id, logs.insert(id.toString(), log, List.of(log.fact(id)))));
        } else {
            var all = new ArrayList<New<MicroIntervention>>(wanted.size());
            wanted.forEach((id, log) -> all.add(new New<>(id.toString(), log, List.of(log.fact(id)))));
            logs.insertAll(all).forEach((id, insertion) -> inserted.put(UUID.fromString(id), insertion));
        }
        return inserted;
    }

    /** Those that are there: what was just inserted or found, and what was not tried. */
    private Map<UUID, Held<MicroIntervention>> known(
            List<MicroInterventionManagement.Entry> entries, Map<UUID, Insertion<MicroIntervention>> inserted) {
        var known = new HashMap<UUID, Held<MicroIntervention>>();
        inserted.forEach((id, insertion) -> known.put(id, insertion.held()));
        Set<String> others = new HashSet<>();
        entries.stream()
                .map(MicroInterventionManagement.Entry::id)
                .filter(id -> !inserted.containsKey(id))
                .forEach(id -> others.add(id.toString()));
        logs.findAll(others).forEach((id, held) -> known.put(UUID.fromString(id), held));
        return known;
    }

    /** Empty when there is no log with this id. */
    private static Optional<Logging<MicroIntervention>> again(
            MicroInterventionManagement.Entry entry, Map<UUID, Held<MicroIntervention>> known) {
        return Optional.ofNullable(known.get(entry.id()))
                .map(held -> held.state().repeats(entry.report())
                        ? new Logging.Repeated<>(held)
                        : new Logging.Conflicting<>());
    }
}
