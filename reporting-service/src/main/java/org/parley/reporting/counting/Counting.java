package org.parley.reporting.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.parley.reporting.Figure;

/**
 * Counts the events of one poll, each exactly once, whatever crashes in between.
 *
 * <p>An event changes figures by the difference between what its aggregate adds now and what it added before, which
 * its fact keeps. The writes come in one order: all rollups, then the facts, then the cursor. A crash before the facts
 * finds the old facts again, so the replay computes the same differences, and the rollups' fences skip what is in
 * them. A crash after them finds the facts newer than the events, which then change nothing. Published parts leave
 * between rollups and facts, because only until then a replay still knows which figures it touched.
 *
 * <p>Nothing is kept in memory from one poll to the next, so a poll that lost a guard to another copy can be run again.
 */
public class Counting {

    private final Facts facts;
    private final Rollups rollups;
    private final Cursors cursors;
    private final CountingMeters meters;
    private final PartialsTopic partials;

    Counting(Facts facts, Rollups rollups, Cursors cursors, CountingMeters meters, PartialsTopic partials) {
        this.facts = facts;
        this.rollups = rollups;
        this.cursors = cursors;
        this.meters = meters;
        this.partials = partials;
    }

    /** Where to go on in each partition; those never read before are missing. */
    public Map<Source, Long> cursors(Collection<Source> sources, Map<String, String> topicIds) {
        cursors.check(topicIds);
        return cursors.find(sources);
    }

    /**
     * @param told in the order of their offsets in each partition
     * @param topicIds the broker's id of each topic, as it is now
     * @throws LostGuard if another copy is at the same partitions: run the poll again
     * @throws UnknownTopic if a topic is not the one counted so far: stop
     */
    public void count(List<Told> told, Map<String, String> topicIds) {
        cursors.check(topicIds);
        var ids = new LinkedHashSet<String>();
        told.forEach(one -> ids.add(one.aggregate()));
        if (ids.isEmpty()) {
            return;
        }
        var known = facts.find(ids);
        var changed = new LinkedHashMap<String, Fact>();
        var effects = effects(told, known, changed);

        var changes = changes(effects, lastOffsets(told), topicIds);
        try {
            var written = rollups.write(changes);
            partials.send(partials(effects, written));
            facts.write(changed.values(), known);
        } catch (LostGuard e) {
            meters.lostGuard();
            throw e;
        }
    }

    /** Moves on, when all of a poll is done: what was refused is safe, too. */
    public void advance(Map<Source, Long> next) {
        cursors.advance(next);
    }

    private List<Effect> effects(List<Told> told, Map<String, Fact> known, Map<String, Fact> changed) {
        var effects = new ArrayList<Effect>();
        for (var one : told) {
            var before = changed.get(one.aggregate());
            if (before == null) {
                before = known.getOrDefault(one.aggregate(), Fact.unknown(one));
            }
            if (one.sequence() <= before.sequence()) {
                meters.duplicate();
                continue;
            }
            meters.gap(one.sequence() - before.sequence() - 1);
            changed.put(one.aggregate(), before.after(one));
            var change = one.contribution().minus(before.contribution());
            if (!change.cells().isEmpty()) {
                effects.add(new Effect(one.source(), one.offset(), one.appended(), change));
            }
        }
        return effects;
    }

    private static Map<Source, Long> lastOffsets(List<Told> told) {
        var last = new HashMap<Source, Long>();
        told.forEach(one -> last.merge(one.source(), one.offset(), Math::max));
        return last;
    }

    private List<RollupChange> changes(List<Effect> effects, Map<Source, Long> last, Map<String, String> topicIds) {
        var touched = new HashMap<RollupId, List<Effect>>();
        effects.forEach(effect -> RollupChange.touchedBy(effect)
                .forEach(id ->
                        touched.computeIfAbsent(id, none -> new ArrayList<>()).add(effect)));
        var fences = rollups.fences(touched.keySet());
        var changes = new ArrayList<RollupChange>(touched.size());
        touched.forEach((id, ofIt) -> {
            var source = ofIt.getFirst().source();
            var topicId = Objects.requireNonNull(topicIds.get(source.topic()), source.topic());
            var change = new RollupChange(id, fences.get(id), topicId, last.getOrDefault(source, 0L));
            ofIt.forEach(change::add);
            changes.add(change);
        });
        return changes;
    }

    /** From what is read back after the write: a part and its fence belong together, whoever wrote them. */
    private static List<Partial> partials(List<Effect> effects, Map<RollupId, Document> written) {
        var partials = new ArrayList<Partial>();
        var seen = new HashSet<RollupPlace>();
        for (var effect : effects) {
            var partition = effect.source().partition();
            for (var cell : effect.change().cells().keySet()) {
                for (var figure : Figure.published(cell)) {
                    var place = FigurePlace.of(figure);
                    var rollup = written.get(place.in(partition));
                    if (rollup != null && seen.add(new RollupPlace(partition, figure))) {
                        partials.add(Partial.of(place, partition, rollup));
                    }
                }
            }
        }
        return partials;
    }

    private record RollupPlace(int partition, Figure figure) {}
}
