package org.parley.session.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.session.MicroInterventionReport;
import org.parley.session.SessionKind;
import org.parley.session.SessionReport;
import org.parley.session.Technique;
import org.parley.session.TechniqueGroup;
import org.springframework.stereotype.Component;

/** Adds up what a month's logs say. Voided ones say nothing. */
@Component
class Summaries {

    private static final int AT_ONCE = 500;
    private static final int EVERY_ONE = 1;

    private final DayLists lists;
    private final LineReader reader;

    Summaries(DayLists lists, LineReader reader) {
        this.lists = lists;
        this.reader = reader;
    }

    /** For those who are not the officers: what would show the conduct of a few is left out. */
    Summary ofCommand(String command, YearMonth month) {
        return sum(Names.ofCommand(command), month, Tally.FEWEST);
    }

    /** For the officer alone: all of it. */
    Summary ofOfficer(UUID officer, YearMonth month) {
        return sum(Names.ofOfficer(officer), month, EVERY_ONE);
    }

    private Summary sum(String list, YearMonth month, int fewest) {
        var days = lists.days(list).subSet(month.atDay(1), true, month.atEndOfMonth(), true);
        var sum = new Sum(fewest);
        items(list, List.copyOf(days)).forEach(item -> {
            switch (item) {
                case LogPage.OfSession(var held) -> {
                    if (held.state().counts() && held.state().report().kind() == SessionKind.OFFICER_LED) {
                        sum.add(held.state().report());
                    }
                }
                case LogPage.OfMicroIntervention(var held) -> {
                    if (held.state().counts()) {
                        sum.add(held.state().report());
                    }
                }
            }
        });
        return sum.of(month);
    }

    private List<LogPage.Item> items(String list, Collection<LocalDate> days) {
        var lines = lists.lines(list, days);
        var items = new ArrayList<LogPage.Item>();
        for (var from = 0; from < lines.size(); from += AT_ONCE) {
            var some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            var found = reader.read(some);
            some.forEach(line -> {
                var item = found.get(line.id());
                if (item != null && LineReader.isOfItsTime(line, item)) {
                    items.add(item);
                }
            });
        }
        return items;
    }

    /** A sum while it is added up. */
    private static final class Sum {

        private final Tally everything;
        private final Tally arrests;
        private final PartSum microInterventions;
        private final PartSum sessions;

        Sum(int fewest) {
            everything = new Tally(fewest);
            arrests = new Tally(fewest);
            microInterventions = new PartSum(fewest);
            sessions = new PartSum(fewest);
        }

        void add(MicroInterventionReport log) {
            var officer = List.of(log.officer());
            everything.add("log", officer);
            microInterventions.add(log.techniques(), log.outcome(), officer);
            arrests.add(log.arrestMade() ? "MADE" : log.arrestWasLikely() ? "AVOIDED" : "UNLIKELY", officer);
        }

        void add(SessionReport session) {
            everything.add("log", session.officers());
            sessions.add(session.techniques(), session.outcome(), session.officers());
        }

        Summary of(YearMonth month) {
            return new Summary(
                    month.toString(),
                    everything.officers(),
                    microInterventions.part(),
                    arrests.parts(),
                    sessions.part());
        }
    }

    private static final class PartSum {

        private final Tally all;
        private final Map<TechniqueGroup, Tally> groups = new EnumMap<>(TechniqueGroup.class);
        private final Map<Technique, Tally> techniques = new EnumMap<>(Technique.class);

        PartSum(int fewest) {
            all = new Tally(fewest);
            for (var group : TechniqueGroup.values()) {
                groups.put(group, new Tally(fewest));
            }
            for (var technique : Technique.values()) {
                techniques.put(technique, new Tally(fewest));
            }
        }

        void add(Collection<Technique> used, Enum<?> outcome, Collection<UUID> officers) {
            all.add(outcome.name(), officers);
            used.stream()
                    .map(Technique::group)
                    .collect(Collectors.toSet())
                    .forEach(group -> at(groups, group).add(outcome.name(), officers));
            used.forEach(technique -> at(techniques, technique).add(outcome.name(), officers));
        }

        Summary.Part part() {
            var figures = new EnumMap<TechniqueGroup, Summary.@Nullable Figures>(TechniqueGroup.class);
            groups.forEach((group, tally) -> figures.put(group, tally.figures()));
            var counts = new EnumMap<Technique, @Nullable Integer>(Technique.class);
            techniques.forEach((technique, tally) -> counts.put(technique, tally.logs()));
            return new Summary.Part(all.figures(), figures, counts);
        }

        private static <K> Tally at(Map<K, Tally> tallies, K key) {
            return Objects.requireNonNull(tallies.get(key));
        }
    }
}
